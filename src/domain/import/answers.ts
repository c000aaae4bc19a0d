import { z } from "zod";

/** How the bytes of a text file stand for letters. */
export const encodings = ["utf-8", "windows-874"] as const;
export type Encoding = (typeof encodings)[number];
/** What parts the cells of a text file. */
export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** How a file is read; what is not said is worked out from the file. */
export const readingChoice = z.strictObject({
  sheet: z.string().max(200).optional(),
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
});
export type ReadingChoice = z.infer<typeof readingChoice>;

const order = z.enum(["day_first", "month_first"]);

/** What an officer has answered once for all rows of a file; without an answer nothing is guessed. */
export const importAnswers = z.strictObject({
  /** Which number of a birth date is the day. */
  dateOrder: order.optional(),
  /** How house numbers were typed that became dates. */
  houseOrder: order.optional(),
  /** A dash and "ไม่มีรายได้" are 0 baht. */
  noneIsZero: z.boolean().optional(),
  /** 30.000 is thirty thousand baht. */
  dotThousands: z.boolean().optional(),
  /** An empty cell takes away what the register knows; otherwise the register keeps it. */
  emptyCells: z.enum(["keep", "empty"]).optional(),
  /** `areaKey` of what the file says → code of the subdistrict that is meant. */
  areas: z.record(z.string().max(300), z.string().regex(/^\d{6}$/)).optional(),
  /** A title as the file has it → the usual one; "" where it is part of the name. */
  titles: z.record(z.string().max(60), z.string().max(40)).optional(),
});
export type ImportAnswers = z.infer<typeof importAnswers>;
