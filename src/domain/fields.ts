import { z } from "zod";
import { isIsoDate } from "@/domain/calendar";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/** Fields of forms, read leniently and refused with a key of the messages `form`. */

/** An optional line of text: null or empty is null. */
export const optionalText = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyThai(text ?? "") || null)
    .pipe(z.string().max(max, "tooLong").nullable());

/** A line of text that must say something. */
export const requiredText = (max: number) =>
  z
    .string({ error: "missing" })
    .transform(tidyThai)
    .pipe(z.string().min(2, "missing").max(max, "tooLong"));

/** Text of several lines that must say something; its lines are kept. */
export const requiredLongText = (max: number) =>
  z
    .string({ error: "missing" })
    .transform(tidyLines)
    .pipe(z.string().min(2, "missing").max(max, "tooLong"));

/** Text of several lines that may be left out; its lines are kept. */
export const optionalLongText = (max: number) =>
  z
    .string()
    .nullish()
    .transform((text) => tidyLines(text ?? "") || null)
    .pipe(z.string().max(max, "tooLong").nullable());

const tidyLines = (text: string) => text.split(/\r?\n/).map(tidyThai).join("\n").trim();

/** A day that must be given. */
export const requiredDay = z.string({ error: "date" }).refine(isIsoDate, "date");
/** A day that may be left out. */
export const optionalDay = requiredDay.nullish().transform((day) => day ?? null);

/** `9.30`, `09:30`, `๙:๓๐` as `09:30`; empty is null. */
export const optionalTime = z
  .string()
  .nullish()
  .transform((text) =>
    toArabicDigits(text ?? "")
      .trim()
      .replace(".", ":"),
  )
  .transform((text) => (/^\d:/.test(text) ? `0${text}` : text))
  .pipe(z.union([z.literal(""), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)], { error: "time" }))
  .transform((text) => text || null);

/** Nine or ten digits, however they are written; empty is null. */
export const optionalPhone = z
  .string()
  .nullish()
  .transform((text) => toArabicDigits(text ?? "").replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^(0\d{8,9})?$/, "phone"))
  .transform((text) => text || null);
