import { z } from "zod";
import { monthOf } from "@/domain/calendar";
import { optionalText, requiredDay, requiredText } from "@/domain/fields";
import { invalid, Refusal } from "@/domain/result";
import { ministrySources } from "@/domain/visit";
import { holderSubject } from "@/server/assessments/queries";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import type { Scoped } from "@/server/scope";
import { caseRow, happenedOn } from "./rows";

/** A cancelled card of a province, by its id; null out of reach. */
async function cancelledSubject({ tx }: Scoped, id: string) {
  const found = await tx.departure.findFirst({
    where: { id, kind: "card_cancelled" },
    select: { id: true, provinceCode: true, districtCode: true },
  });
  return found && { type: "departure", ...found };
}

/**
 * The Ministry has cancelled a card, by a letter or a file whose number and day are named; absence from a list is none. It
 * ends the visits at once and holds the months after its own until another person of the province has confirmed it.
 */
export const recordCancellation = defineCommand({
  name: "recordCancellation",
  action: "cancellation.record",
  input: z.strictObject({
    holderId: z.uuid(),
    /** Any day of the month. */
    cancelledOn: requiredDay,
    source: z.enum(ministrySources, { error: "choose" }),
    number: requiredText(80),
    sourceOn: requiredDay,
  }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  detail: ({ source, number }) => ({ source, number }),
  async run(scope) {
    const { tx, input, today } = scope;
    const { source, number, sourceOn, cancelledOn } = input;
    happenedOn(scope, "cancelledOn", cancelledOn);
    if (sourceOn > today) throw invalid({ sourceOn: "future" });
    // One that stands already is refused by the index `departure_once`.
    await tx.departure.createMany({
      data: [
        {
          ...caseRow(scope),
          kind: "card_cancelled",
          departedOn: toDateColumn(`${monthOf(cancelledOn)}-01`),
          source,
          sourceDetail: number,
          sourceOn: toDateColumn(sourceOn),
        },
      ],
    });
    return { departureId: scope.id };
  },
});

/** Another person of the province has read the letter: the card is cancelled, or the record was wrong. */
export const confirmCancellation = defineCommand({
  name: "confirmCancellation",
  action: "cancellation.confirm",
  input: z
    .strictObject({
      departureId: z.uuid(),
      outcome: z.enum(["confirmed", "rejected"], { error: "choose" }),
      note: optionalText(300),
    })
    .refine(({ outcome, note }) => outcome === "confirmed" || note !== null, {
      path: ["note"],
      error: "missing",
    }),
  subject: (scope, { departureId }) => cancelledSubject(scope, departureId),
  detail: ({ outcome }) => ({ outcome }),
  async run({ tx, actor, input, today }) {
    const { departureId: id, outcome, note } = input;
    const { recordedById } = await tx.departure.findUniqueOrThrow({ where: { id } });
    if (recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    const { count } = await tx.departure.updateMany({
      where: { id, confirmation: "pending" },
      data: {
        confirmation: outcome,
        confirmedById: actor.id,
        confirmedOn: toDateColumn(today),
        confirmationNote: note,
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { outcome };
  },
});

/** The Ministry's later letter says that the card stands: what the cancellation ended begins again. Not by who recorded it. */
export const withdrawCancellation = defineCommand({
  name: "withdrawCancellation",
  action: "cancellation.confirm",
  input: z.strictObject({ departureId: z.uuid(), number: requiredText(80), sourceOn: requiredDay }),
  subject: (scope, { departureId }) => cancelledSubject(scope, departureId),
  detail: ({ number }) => ({ outcome: "withdrawn", number }),
  async run({ tx, actor, input, today }) {
    const { departureId: id, number, sourceOn } = input;
    const standing = await tx.departure.findUniqueOrThrow({ where: { id } });
    if (standing.recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    if (sourceOn > today) throw invalid({ sourceOn: "future" });
    if (standing.sourceOn && sourceOn < fromDateColumn(standing.sourceOn))
      throw invalid({ sourceOn: "past" });
    const { count } = await tx.departure.updateMany({
      where: { id, confirmation: "confirmed" },
      data: {
        confirmation: "withdrawn",
        reviewedById: actor.id,
        reviewedOn: toDateColumn(today),
        reviewNote: number,
        reviewSourceOn: toDateColumn(sourceOn),
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { outcome: "withdrawn" as const };
  },
});
