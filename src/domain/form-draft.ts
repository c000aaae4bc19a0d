import { z } from "zod";

/** The short forms of the field whose answers are kept while they are typed. */
export const draftedForms = ["visit", "contact", "refusal"] as const;
export type DraftedForm = (typeof draftedForms)[number];

const answer = z.union([z.string().max(2000), z.array(z.string().max(100)).max(50)]);

/** The answers as the form has them on the screen, by the names of its questions. */
export const formGiven = z
  .record(z.string().max(60), answer)
  .refine((given) => Object.keys(given).length <= 100);
export type FormGiven = z.output<typeof formGiven>;
