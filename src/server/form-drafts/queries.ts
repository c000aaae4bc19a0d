import { type DraftedForm, formGiven } from "@/domain/form-draft";
import type { Scoped } from "@/server/scope";

/** What the actor has typed in a form for a holder and not recorded; null where there is nothing. */
export async function findFormDraft({ tx, actor }: Scoped, holderId: string, form: DraftedForm) {
  const draft = await tx.formDraft.findUnique({
    where: { officerId_holderId_form: { officerId: actor.id, holderId, form } },
    select: { given: true },
  });
  const read = formGiven.safeParse(draft?.given);
  return read.success ? { given: read.data } : null;
}
