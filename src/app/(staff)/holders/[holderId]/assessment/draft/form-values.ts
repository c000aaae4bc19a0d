import type { Draft, Save } from "@/app/forms/draft-saver";
import type { useAutosave } from "@/app/forms/use-autosave";
import type { Answers, QuestionId } from "@/domain/assessment";
import type { AnswerField, Question } from "@/domain/assessment/questions";
import { isIsoDate } from "@/domain/calendar";

/** The answers as the screen holds them: text fields may be empty, an amount or a day may be half typed. */
export type FormValues = { [Field in keyof Answers]?: Answers[Field] | "" | null };

/** A draft of an interview, as the server has it. */
export type StandingDraft = Draft<Answers>;
export type SaveDraft = Save<Answers>;
export type Autosave = ReturnType<typeof useAutosave<Answers>>;

const days = ["interviewedOn", "nextContactOn"] as const satisfies readonly AnswerField[];

/** The days that are no day yet: half typed, or pasted from somewhere. */
function unreadDays(values: FormValues): Pick<Answers, (typeof days)[number]> {
  return Object.fromEntries(
    days.flatMap((field) => {
      const day = values[field];
      return day && !isIsoDate(day) ? [[field, day]] : [];
    }),
  );
}

/**
 * The answers without what is empty, not an amount or not a day yet, keys in a fixed order, so that equal answers give
 * equal text.
 */
export function toAnswers(values: FormValues): Answers {
  const unread = unreadDays(values);
  const kept = Object.entries(values)
    .filter(([field, value]) => !isEmpty(value) && !(field in unread))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept) as Answers;
}

/** Equal answers give equal text. */
export const textOfAnswers = (answers: Answers | null) => JSON.stringify(toAnswers(answers ?? {}));

/** The answers as they are checked: an amount or a day that is none is kept, so that the fault says what is wrong with it. */
export function toChecked(values: FormValues): Answers {
  const { monthlyIncome } = values;
  const answers = { ...toAnswers(values), ...unreadDays(values) };
  return typeof monthlyIncome === "number" ? { ...answers, monthlyIncome } : answers;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "number") return !Number.isInteger(value) || value < 0 || value > 1_000_000;
  return value === undefined || value === null || value === "" || value === false;
}

/** The values after "ไม่ประสงค์ตอบ" was ticked or cleared: a question is either answered or declined. */
export function withDeclined(
  values: FormValues,
  question: Question,
  declined: boolean,
): FormValues {
  const others = (values.declined || []).filter((id: QuestionId) => id !== question.id);
  if (!declined) return { ...values, declined: others };
  const emptied = Object.fromEntries(question.fields.map((field) => [field, undefined]));
  return { ...values, ...emptied, declined: [...others, question.id] };
}

/** A multiple choice after a click on one option; the option that excludes the others clears them, and they clear it. */
export function toggled(
  chosen: readonly string[],
  option: string,
  { alone, max }: Pick<Question, "alone" | "max">,
): string[] {
  if (chosen.includes(option)) return chosen.filter((each) => each !== option);
  if (option === alone) return [option];
  const others = chosen.filter((each) => each !== alone);
  return max !== undefined && others.length >= max ? [...chosen] : [...others, option];
}

export type SetAnswer = <Field extends AnswerField>(field: Field, value: FormValues[Field]) => void;
