import { z } from "zod";

/** What the job of a list reads: the upload of its officer; `keep`: not only to be looked at. */
export const listOrder = z.strictObject({
  list: z.string(),
  uploadId: z.uuid(),
  fileName: z.string(),
  keep: z.boolean(),
});
export type ListOrder = z.output<typeof listOrder>;

const rows = z.object({ count: z.int(), rows: z.array(z.int()) });

/** What a file was read to be: each row of it is one of these people, or why it is not. */
export const listRead = z.object({
  people: z.int(),
  unknown: rows,
  twice: rows,
  elsewhere: rows,
  /** Of the people. */
  ended: rows,
  /** Who comes and goes beside the checked list of before. */
  before: z.object({ come: z.int(), go: z.int() }).nullable(),
});
export type ListRead = z.output<typeof listRead>;
