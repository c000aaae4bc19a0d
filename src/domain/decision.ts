import { z } from "zod";
import { optionalText } from "@/domain/fields";
import { classFields, fileSignatureFields } from "@/domain/official-paper";

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

/** A paper may also have been signed in the file: staff record that, and it stands as approved. */
const paperOutcomes = [...outcomes, "signed_in_file"] as const;
export type PaperOutcome = (typeof paperOutcomes)[number];

/** The fields of a decision on a paper: those of every decision, its classes, and who signed it in the file. */
export const paperDecisionFields = {
  ...decisionFields,
  ...fileSignatureFields,
  ...classFields,
  outcome: z.enum(paperOutcomes, { error: "choose" }),
};

/** Whether the paper is signed by this: here, or in the file. */
export const isSigned = (outcome: PaperOutcome): boolean =>
  outcome === "approved" || outcome === "signed_in_file";
