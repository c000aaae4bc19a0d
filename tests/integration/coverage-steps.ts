import fc from "fast-check";
import type { CoverageFacts } from "@/domain/caseload";
import { afterDeathOf } from "@/domain/death";

/** What happens to a person, step by step, and what the domain makes of it (coverage-write.ts stores it). */

export type Form = {
  at: "desk" | "interview";
  answer: "yes" | "no";
  on: string;
  confirmation: null | "pending" | "confirmed" | "rejected";
};
/** Steps that are not forms: events, some of which start with a confirmation state. */
export type Event =
  | { event: (typeof moves)[number] | (typeof transfers)[number] }
  | { event: "leave" | "return" | "appoint" | "keep" | "miss" | "cancel" }
  /** The confirmed death was a mistake, or is kept after all. */
  | { event: (typeof reviews)[number] }
  /** Requests to the office: only "found" for a person on no list is an answer; the others change the cohort. */
  | { event: (typeof asked)[number] }
  | { event: "visit"; outcome: "met" | "not_home" }
  | {
      event: (typeof reports)[number];
      confirmation: "pending" | "confirmed" | "rejected";
    }
  | { event: "refuse"; on: string; confirmation: "pending" | "confirmed" | "rejected" };
export type Step = Form | Event;
/** Whether a step is a form of a desk or an interview; all others are events. */
export const isForm = (each: Step): each is Form => "at" in each;

/** What kind of step it is. */
export const kindOf = (each: Step) => (isForm(each) ? each.at : each.event);

/** To the first officer, to nobody, to the second; and the latest of them taken back. */
const moves = ["assign", "unassign", "hand_over", "undo"] as const;
const transfers = [
  "ask_transfer",
  "accept_transfer",
  "refuse_transfer",
  "withdraw_transfer",
] as const;
export const days = [
  "2018-01-31",
  "2018-02-01",
  "2018-02-14",
  "2018-02-28",
  "2018-03-01",
  "2018-03-14",
];
const simple = ["leave", "return", "appoint", "keep", "miss", "cancel"] as const;
const asked = ["ask", "found", "correct", "correct_in_vain", "import"] as const;
const reports = ["die", "move_away", "cancel_card"] as const;
const reviews = ["withdraw_death", "keep_death", "restore_card"] as const;
/** Every kind of step there is. */
export const kinds = [
  "desk",
  "interview",
  "visit",
  ...simple,
  ...moves,
  ...transfers,
  ...asked,
  ...reports,
  ...reviews,
  "refuse",
];
/** The day on which the person died, as it is reported: before some forms and after others. */
const diedOn = "2018-02-10";
/** The day on which the person came and was on no list. */
export const cameOn = "2018-02-14";
const decisions = ["pending", "confirmed", "rejected"] as const;
/** One step of a life. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: form("desk", [null, null, "pending", "confirmed", "rejected"]) },
  { weight: 3, arbitrary: form("interview", [null, null, "pending", "confirmed"]) },
  { weight: 6, arbitrary: fc.record({ event: fc.constantFrom(...simple) }) },
  { weight: 5, arbitrary: fc.record({ event: fc.constantFrom(...moves) }) },
  { weight: 4, arbitrary: fc.record({ event: fc.constantFrom(...transfers) }) },
  { weight: 4, arbitrary: fc.record({ event: fc.constantFrom(...asked) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      event: fc.constant("visit" as const),
      outcome: fc.constantFrom("met" as const, "not_home" as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      event: fc.constantFrom(...reports),
      confirmation: fc.constantFrom(...decisions),
    }),
  },
  { weight: 4, arbitrary: fc.record({ event: fc.constantFrom(...reviews) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      event: fc.constant("refuse" as const),
      on: fc.constantFrom(...days),
      confirmation: fc.constantFrom("confirmed" as const, ...decisions),
    }),
  },
);

function form(at: Form["at"], confirmations: Form["confirmation"][]): fc.Arbitrary<Form> {
  return fc.record({
    at: fc.constant(at),
    answer: fc.constantFrom("yes" as const, "no" as const),
    on: fc.constantFrom(...days),
    confirmation: fc.constantFrom(...confirmations),
  });
}

/**
 * What the commands let through: of one day one interview and one form of one answer, of one day one refusal, one
 * departure of a kind; back only who was away, one appointment ahead, and only that is kept, missed or cancelled; one open transfer; and
 * taken back is only a move after which nothing was done.
 */
export function storable(steps: readonly Step[]): Step[] {
  const seen = new Set<string>();
  const open = new Set<string>();
  const kept: Step[] = [];
  for (const each of steps) if (isAllowed(each, { seen, open, kept })) kept.push(each);
  return kept;
}

type Before = { seen: Set<string>; open: Set<string>; kept: readonly Step[] };

function isAllowed(each: Step, { seen, open, kept }: Before): boolean {
  const first = (key: string) => !seen.has(key) && seen.add(key) !== undefined;
  const opens = (key: string) => !open.has(key) && open.add(key) !== undefined;
  if (isForm(each))
    return first(each.at === "desk" ? `desk ${each.on} ${each.answer}` : `interview ${each.on}`);
  switch (each.event) {
    case "found":
      return first(`desk ${cameOn} yes`);
    case "leave":
      return opens("absence");
    case "return":
      return open.delete("absence");
    case "appoint":
      return opens("appointment");
    case "keep":
    case "miss":
    case "cancel":
      return open.delete("appointment");
    case "ask_transfer":
      return opens("transfer");
    case "accept_transfer":
    case "refuse_transfer":
    case "withdraw_transfer":
      return open.delete("transfer");
    case "undo":
      return careOf(kept).undoable;
    case "withdraw_death":
    case "keep_death":
      return reportAfter(kept, "die", "withdraw_death") === "confirmed";
    case "restore_card":
      return reportAfter(kept, "cancel_card", "restore_card") === "confirmed";
    case "refuse":
      return first(`refuse ${each.on}`);
    case "die":
    case "move_away":
    case "cancel_card":
      return first(each.event);
    default:
      return true;
  }
}

type Care = {
  officer: "first" | "second" | null;
  before: Care["officer"];
  /** The account officer at the time of the transfer request. */
  asked: Care["officer"];
  /** The latest step moved the holder. */
  undoable: boolean;
};

/** The account officer after these steps. An accepted transfer moves a holder only if nobody has moved them since. */
function careOf(steps: readonly Step[]): Care {
  let care: Care = { officer: null, before: null, asked: null, undoable: false };
  for (const each of steps) care = careAfter(care, each);
  return care;
}

function careAfter(care: Care, each: Step): Care {
  const to = (officer: Care["officer"]) => ({
    ...care,
    officer,
    before: care.officer,
    undoable: true,
  });
  const idle = { ...care, undoable: false };
  switch (kindOf(each)) {
    case "assign":
      return to("first");
    case "hand_over":
      return to("second");
    case "unassign":
      return to(null);
    case "undo":
      return { ...idle, officer: care.before };
    case "ask_transfer":
      return { ...idle, asked: care.officer };
    case "accept_transfer":
      return care.officer === care.asked ? to("second") : idle;
    default:
      return idle;
  }
}

/** How a death or a cancelled card stands that was reported; it is reported once at most. */
function reportAfter(
  steps: readonly Step[],
  report: (typeof reports)[number],
  takenBack: (typeof reviews)[number],
): "pending" | "confirmed" | "rejected" | "withdrawn" | null {
  const reported = steps.find((each) => !isForm(each) && each.event === report);
  if (!reported || !("confirmation" in reported)) return null;
  return steps.some((each) => kindOf(each) === takenBack) ? "withdrawn" : reported.confirmation;
}

/** What an approved "found" counts as: a yes on the day on which the person came. */
const foundAnswer: Form = { at: "desk", answer: "yes", on: cameOn, confirmation: "confirmed" };

/** The facts as docs/forms.md 4 counts them: what waits or was rejected is left out, and what a death contradicts. */
export function factsOf(steps: readonly Step[]): CoverageFacts {
  const death = reportAfter(steps, "die", "withdraw_death");
  const counted = steps
    .map((each) => (!isForm(each) && each.event === "found" ? foundAnswer : each))
    .filter(isForm)
    .filter(({ confirmation }) => confirmation === null || confirmation === "confirmed")
    .filter(({ on }) => afterDeathOf(on, death === "confirmed" ? { on: diedOn } : null) === null)
    .map((each, written) => ({ ...each, written }))
    .sort(
      (a, b) =>
        a.on.localeCompare(b.on) ||
        Number(a.at === "interview") - Number(b.at === "interview") ||
        a.written - b.written,
    );
  const events = steps.filter((each): each is Event => !isForm(each));
  const confirmed = (event: Event["event"]) =>
    events.some(
      (each) => each.event === event && "confirmation" in each && each.confirmation === "confirmed",
    );
  const last = (...names: Event["event"][]) =>
    events.findLast(({ event }) => names.includes(event));
  const planned = last("appoint", "keep", "miss", "cancel")?.event === "appoint";
  const visit = events.findLast((each) => each.event === "visit");
  const appointedSince =
    planned &&
    events.findLastIndex(({ event }) => event === "appoint") > events.indexOf(visit as Event);
  return {
    deceased: death === "confirmed",
    cardCancelled: reportAfter(steps, "cancel_card", "restore_card") === "confirmed",
    movedAway: confirmed("move_away"),
    latestAnswer: counted.at(-1) ?? null,
    interviewed: counted.some(({ at }) => at === "interview"),
    refusals: events.flatMap((each) =>
      each.event === "refuse" && each.confirmation === "confirmed" ? [each.on] : [],
    ),
    away: last("leave", "return")?.event === "leave",
    attempted:
      visit !== undefined && "outcome" in visit && visit.outcome !== "met" && !appointedSince,
    scheduled: planned,
    hasOfficer: careOf(steps).officer !== null,
  };
}
