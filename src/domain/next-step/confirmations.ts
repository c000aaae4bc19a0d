import { mayEver } from "@/domain/policy";
import type { StepSource } from "./case";

const isPending = ({ confirmation }: { confirmation: string | null }) => confirmation === "pending";

/** A paper form that was rejected says nothing any more. */
const isContradicted = ({
  afterDeath,
  confirmation,
}: {
  afterDeath: string | null;
  confirmation: string | null;
}) => afterDeath === "undecided" && confirmation !== "rejected";

/** An interview from a paper form that waits for the secretary's confirmation. */
export const interviewToConfirm: StepSource = ({ case: { assessments }, reader }) => {
  const waiting = assessments.find(isPending);
  if (!waiting) return null;
  return {
    code: "confirm_interview",
    assessmentId: waiting.id,
    urgent: true,
    forReader: reader.role === "district_secretary",
  };
};

/** A form of the desk, typed later, that waits for another receiving officer. */
export const intentToConfirm: StepSource = ({ case: { intents }, reader }) =>
  intents.some(isPending)
    ? {
        code: "confirm_intent",
        urgent: true,
        forReader: reader.role === "district_secretary",
      }
    : null;

/** A reported death, move away or refusal that waits for confirmation by another officer of the district. */
export const reportToConfirm: StepSource = ({ case: { departures, refusals }, reader }) => {
  const [reported] = departures
    .filter(isPending)
    .flatMap(({ kind }) => (kind === "card_cancelled" ? [] : [kind]));
  if (!reported && !refusals.some(isPending)) return null;
  return {
    code: "confirm_report",
    reported: reported ?? "refused_interview",
    urgent: true,
    forReader: reader.role === "district_secretary" || reader.role === "district_chief",
  };
};

/** A cancelled card that waits for a second person of the province. */
export const cancellationToConfirm: StepSource = ({ case: { departures }, reader }) => {
  const waiting = departures.find((each) => each.kind === "card_cancelled" && isPending(each));
  if (!waiting) return null;
  return {
    code: "confirm_cancellation",
    urgent: true,
    forReader: mayEver(reader, "cancellation.confirm") && waiting.recordedById !== reader.id,
  };
};

/** A confirmed death of somebody who has answered since: a head of the district says which of the two is wrong. */
export const deathToReview: StepSource = ({
  case: { departures, intents, assessments },
  reader,
}) => {
  const confirmed = departures.some(
    ({ kind, confirmation }) => kind === "deceased" && confirmation === "confirmed",
  );
  if (!confirmed || ![...intents, ...assessments].some(isContradicted)) return null;
  return {
    code: "review_death",
    urgent: true,
    forReader: reader.role === "district_secretary" || reader.role === "district_chief",
  };
};
