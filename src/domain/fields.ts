import { z } from "zod";
import { isIsoDate } from "@/domain/calendar";
import { beyond, type FaultKey } from "@/domain/fault";
import { isPhone, phoneDigits } from "@/domain/phone";
import { tidyThai, toArabicDigits } from "@/domain/thai";
import { readTypedDate } from "@/domain/thai-dates";

/** Fields of forms, read leniently and refused with a key of the messages `form`. */

/** A date that exists, `YYYY-MM-DD`; the refusal is a message key. */
export const isoDate = z.string({ error: "date.invalid" }).refine(isIsoDate, "date.invalid");

/** An optional line of text: null or empty is null. */
export const optionalText = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyThai(text ?? "") || null)
    .pipe(z.string().max(max, beyond("tooLong", max)).nullable());

/**
 * A line of text that must say something.
 * @param fault what is said where it is missing, if the form has words of its own
 * @param least a number of a paper may be of one digit
 */
export const requiredText = (max: number, fault: FaultKey = "missing", least = 2) =>
  z
    .string({ error: fault })
    .transform(tidyThai)
    .pipe(z.string().min(least, fault).max(max, beyond("tooLong", max)));

/** Digits and marks alone name nobody and say no work. */
export const hasLetters = (text: string) => /\p{L}/u.test(text);
/** What is missing is told as that, once. */
const saysSomething = (text: string | null) => !text || hasLetters(text);

/** A name, an occupation, a relation, a position: a line of text that must be given and has letters in it. */
export const requiredName = (...how: Parameters<typeof requiredText>) =>
  requiredText(...how).refine(saysSomething, "notWords");
/** The same, where it may be left out. */
export const optionalName = (max: number) => optionalText(max).refine(saysSomething, "notWords");

/** Text of several lines that must say something; its lines are kept. */
export const requiredLongText = (max: number) =>
  z
    .string({ error: "missing" })
    .transform(tidyLines)
    .pipe(z.string().min(2, "missing").max(max, beyond("tooLong", max)));

/** Text of several lines that may be left out; its lines are kept. */
export const optionalLongText = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLines(text ?? "") || null)
    .pipe(z.string().max(max, beyond("tooLong", max)).nullable());

const tidyLines = (text: string) => text.split(/\r?\n/).map(tidyThai).join("\n").trim();

/**
 * A day that must be given, in any of the ways in which people write one: a form that could not read what was typed sends
 * it as it stands, so that it is refused and never forgotten.
 */
export const requiredDay = z.string({ error: "date" }).transform((text, context) => {
  const read = readTypedDate(text);
  if (read.ok) return read.date;
  context.addIssue({ code: "custom", message: "date" });
  return z.NEVER;
});
/** A day that may be left out. */
export const optionalDay = requiredDay.nullish().transform((day) => day ?? null);

/** `9.30`, `09:30`, `๙:๓๐` as `09:30`; empty is null. */
export const optionalTime = z
  .string()
  .nullish()
  .transform((text) =>
    toArabicDigits(text ?? "")
      .trim()
      .replace(/ ?น\.?$/, "")
      .replace(".", ":"),
  )
  .transform((text) => (/^\d:/.test(text) ? `0${text}` : text))
  .refine((text) => text === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), "time")
  .transform((text) => text || null);

/** Nine or ten digits, however they are written; empty is null. */
export const optionalPhone = z
  .string()
  .nullish()
  .transform((text) => phoneDigits(text ?? ""))
  .refine((digits) => digits === "" || isPhone(digits), "phone")
  .transform((digits) => digits || null);

/** A telephone number that must be given. */
export const requiredPhone = optionalPhone.pipe(z.string({ error: "phone" }));

/** The number of a letter, an order or a paper: its digits are one whoever typed them, letters print them in Thai. */
export const optionalNumberOfPaper = (max: number) =>
  optionalText(max).transform((text) => text && toArabicDigits(text));
export const requiredNumberOfPaper = (max: number) => requiredText(max).transform(toArabicDigits);
