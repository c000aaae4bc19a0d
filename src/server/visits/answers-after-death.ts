import { z } from "zod";
import { type AfterDeath, isConcerned } from "@/domain/death";
import type { Answer } from "@/domain/intent";
import { Refusal } from "@/domain/result";
import { fromDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** A paper form that was rejected says nothing any more. */
const undecided = {
  afterDeath: "undecided" as const,
  OR: [{ confirmation: null }, { confirmation: { not: "rejected" as const } }],
};
const form = {
  answer: true,
  confirmation: true,
  afterDeath: true,
  recordedById: true,
  recordedBy: { select: { name: true } },
} as const;

/** The answers of a holder, for the page on which a head weighs them against a death. */
export const answersGiven = {
  intents: { select: { ...form, intentOn: true, placeName: true } },
  assessments: { select: { ...form, interviewedOn: true } },
} as const;

/** Whoever has an answer that a confirmed death contradicts. */
export const hasAnswersAfterDeath = {
  OR: [{ intents: { some: undecided } }, { assessments: { some: undecided } }],
};

/** How many answers a head was shown who decides about a death: none where the page shows none. */
export const answersShown = z.int().min(0).default(0);

/**
 * The answers that a death contradicts, for who decides it: neither who reported the death nor who took one of them
 * (NEEDS_OTHER_OFFICER), and only with all of them in sight: CONFLICT with their number now, where it is another.
 */
export async function answersAgainst({ tx, actor }: Scoped, departureId: string, expected: number) {
  const { kind, departedOn, recordedById, holder } = await tx.departure.findUniqueOrThrow({
    where: { id: departureId },
    select: { kind: true, departedOn: true, recordedById: true, holder: { select: answersGiven } },
  });
  const answers = kind === "deceased" ? answersSince(departedOn, holder) : [];
  if (isConcerned({ recordedById, answers }, actor.id)) throw new Refusal("NEEDS_OTHER_OFFICER");
  if (answers.length !== expected) throw new Refusal("CONFLICT", { answers: answers.length });
  return answers;
}

type Form = {
  answer: Answer;
  confirmation: string | null;
  afterDeath: AfterDeath | null;
  recordedById: string;
  recordedBy: { name: string };
};
type Answered = {
  intents: readonly (Form & { intentOn: Date; placeName: string })[];
  assessments: readonly (Form & { interviewedOn: Date })[];
};

/** The answers after the day of a death that nobody has decided against it, by their day: where they were given, and to whom. */
export function answersSince(died: Date, { intents, assessments }: Answered) {
  return [
    ...intents.map(({ intentOn, ...row }) => ({ ...row, on: intentOn })),
    ...assessments.map(({ interviewedOn, ...row }) => ({
      ...row,
      on: interviewedOn,
      placeName: null,
    })),
  ]
    .filter(
      ({ on, confirmation, afterDeath }) =>
        on > died && confirmation !== "rejected" && afterDeath !== "void",
    )
    .sort((a, b) => a.on.getTime() - b.on.getTime())
    .map(({ answer, on, placeName, recordedById, recordedBy }) => ({
      answer,
      on: fromDateColumn(on),
      /** Null: in an interview. */
      placeName,
      recordedById,
      recordedBy: recordedBy.name,
    }));
}
export type AnswerAfterDeath = ReturnType<typeof answersSince>[number];
