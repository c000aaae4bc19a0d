import { z } from "zod";
import { optionalText } from "@/domain/fields";

/** What becomes of a document that staff prepare and the head decides (docs/programme.md 2.1). */
export const decisionStates = ["pending", "approved", "refused", "withdrawn"] as const;
export type DecisionState = (typeof decisionStates)[number];

/** How the head decides; `withdrawn` is the preparer's own, who takes the document back. */
const outcomes = ["approved", "refused", "withdrawn"] as const;
export type DecisionOutcome = (typeof outcomes)[number];

/** The fields of every decision. A refusal says why. */
export const decisionFields = {
  outcome: z.enum(outcomes, { error: "choose" }),
  note: optionalText(300),
};
