import type { Subject } from "@/domain/policy";
import { Refusal } from "@/domain/result";
import type { RuleCase } from "@/domain/rules/rule-case";
import type { RuleSet } from "@/domain/rules/rule-set";
import { toDateColumn } from "@/server/clock";
import type { CommandScope } from "@/server/command";
import type { Scoped } from "@/server/scope";

/** The province whose treasury records the rules of this installation; null where none is named and several have one. */
export async function rulesProvince({ tx }: Scoped): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    { province: string | null }[]
  >`SELECT app.rules_province() AS province`;
  return row?.province ?? null;
}

/** What a record of rules concerns before there is one: the province that records them. */
export async function rulesOfInstallation(scope: Scoped): Promise<Subject> {
  return { type: "rule_version", id: null, provinceCode: await rulesProvince(scope) };
}

/** The draft that a command is about, in the province that records rules. */
export async function draftSubject(
  scope: Scoped,
  { draftId }: { draftId: string },
): Promise<Subject | null> {
  const draft = await findDraft(scope, draftId);
  return draft && { type: "rule_version", id: draft.id, provinceCode: await rulesProvince(scope) };
}

const findDraft = ({ tx }: Scoped, id: string) =>
  tx.ruleVersion.findUnique({
    where: { id },
    include: { step: { select: { step: true } }, replacedBy: { select: { id: true } } },
  });
export type RuleDraft = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/**
 * A draft that still waits: neither checked nor returned, and no other has taken its place.
 * @throws Refusal CONFLICT
 */
export async function openDraft(scope: Scoped, id: string): Promise<RuleDraft> {
  const draft = await findDraft(scope, id);
  if (!draft || draft.step || draft.replacedBy) throw new Refusal("CONFLICT");
  return draft;
}

/** Another draft in the place of this one. */
export async function replaceDraft(
  scope: CommandScope<unknown>,
  { id: replacesId, provinceCode, letterNumber, letterOn, about, scanId, ...draft }: RuleDraft,
  change: { rules?: RuleSet; cases?: readonly RuleCase[] },
) {
  const rules = change.rules ?? draft.document;
  await scope.tx.ruleVersion.createMany({
    data: [
      {
        ...{ id: scope.id, replacesId, provinceCode, letterNumber, letterOn, about, scanId },
        version: rules.version,
        inForceFrom: toDateColumn(rules.inForceFrom),
        document: rules,
        cases: [...(change.cases ?? draft.cases)],
        recordedById: scope.actor.id,
        recordedOn: toDateColumn(scope.today),
      },
    ],
  });
  return { ruleVersionId: scope.id };
}
