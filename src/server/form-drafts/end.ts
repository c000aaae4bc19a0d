import type { DraftedForm } from "@/domain/form-draft";
import { mayEver } from "@/domain/policy";
import type { CommandScope } from "@/server/command";

/** What was typed is recorded: called in the transaction that records it. */
export async function endFormDrafts(
  { tx, actor, input }: CommandScope<{ holderId: string }>,
  ...forms: DraftedForm[]
) {
  // A secretary records a departure from a document, in a form without a draft.
  if (!mayEver(actor, "visit.record")) return;
  await tx.formDraft.deleteMany({
    where: { officerId: actor.id, holderId: input.holderId, form: { in: forms } },
  });
}
