import { z } from "zod";
import { requiredDay } from "@/domain/fields";
import { mayEver, reachOf, type Subject } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { wholeRegister } from "@/domain/what-if";
import { defineCommand } from "@/server/command";
import { orderJob } from "@/server/jobs/queue";
import { rulesProvince } from "@/server/rules/drafts";
import type { Scoped } from "@/server/scope";

/** A version, the code of a province or a district (or everywhere), and by the facts of which day. */
export const whatIfInput = z.strictObject({
  ruleVersionId: z.uuid(),
  area: z.string({ error: "choose" }).regex(/^(all|\d{2}(\d{2})?)$/, "choose"),
  asOf: requiredDay,
});
type Area = Pick<z.output<typeof whatIfInput>, "area">;

/** The province whom a comparison over an area concerns: for everywhere, the one that records rules. */
async function provinceOf(scope: Scoped, { area }: Area): Promise<string | null> {
  return area === wholeRegister ? rulesProvince(scope) : area.slice(0, 2);
}

/** Whether the actor may compare over the area: everywhere is for the treasury that records rules. */
export async function mayCompare(scope: Scoped, order: Area): Promise<boolean> {
  const { actor } = scope;
  const right = order.area === wholeRegister ? "rules.record" : "rules.draft";
  return Boolean(reachOf(actor, right)) && actor.provinceCode === (await provinceOf(scope, order));
}

/** Whether those whose sum a version changes may be named to the actor: once it is checked with its letter. */
export async function namesPeople({ tx, actor }: Scoped, ruleVersionId: string): Promise<boolean> {
  if (!mayEver(actor, "rules.names")) return false;
  const step = await tx.ruleVersionStep.findUnique({ where: { ruleVersionId } });
  return step?.step === "checked";
}

/** Counts what a version would change: who gains, who loses, by how much. Changes nothing; a job does it. */
export const orderWhatIf = defineCommand({
  name: "orderWhatIf",
  action: "rules.draft",
  input: whatIfInput,
  subject: async (scope, { ruleVersionId: id, area }): Promise<Subject | null> => {
    const version = await scope.tx.ruleVersion.findUnique({ where: { id }, select: { id: true } });
    return version && { type: "rule_version", id, provinceCode: await provinceOf(scope, { area }) };
  },
  detail: ({ area, asOf }) => ({ area, asOf }),
  async run(scope) {
    const { tx, input, today, id } = scope;
    if (input.asOf > today) throw invalid({ asOf: "future" });
    if (!(await mayCompare(scope, input))) throw new Refusal("NOT_ALLOWED");
    const isDistrict = input.area.length === 4;
    if (isDistrict && (await tx.district.count({ where: { code: input.area } })) === 0)
      throw invalid({ area: "choose" });
    await orderJob(scope, { id, kind: "what_if", input });
    return { jobId: id };
  },
});
