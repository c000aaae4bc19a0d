import { reachOf } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { addChanges, noChanges, wholeRegister } from "@/domain/what-if";
import { getAreaNames, listDistrictNames, listProvinceNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { provinceCodeOf } from "@/server/own-district";
import { rulesProvince } from "@/server/rules/drafts";
import type { Scoped } from "@/server/scope";
import { whatIfInput } from "./order";
import { type KeptSums, keptFailure, keptWhatIf } from "./result";

/** A version, the areas over which the actor may compare it, and their latest comparison; null out of reach. */
export async function viewWhatIf(scope: Scoped, ruleVersionId: string) {
  const { tx, actor } = scope;
  const version = await tx.ruleVersion.findUnique({
    where: { id: ruleVersionId },
    select: { id: true, about: true },
  });
  if (!version) return null;
  const province = provinceCodeOf(actor);
  const { province: provinceName } = await getAreaNames(
    { provinceCode: province, districtCode: null },
    tx,
  );
  const today = await programmeDate(tx);
  const records = reachOf(actor, "rules.record") && (await rulesProvince(scope)) === province;
  return {
    ...version,
    today,
    rules: rulesOn(scope.ruleSets, today),
    province: { code: province, name: provinceName ?? province },
    districts: await listDistrictNames(province, tx),
    everywhere: Boolean(records),
    latest: await latestOf(scope, ruleVersionId),
  };
}
export type WhatIfView = NonNullable<Awaited<ReturnType<typeof viewWhatIf>>>;

async function latestOf(scope: Scoped, ruleVersionId: string) {
  const { tx, actor } = scope;
  const job = await tx.job.findFirst({
    where: {
      kind: "what_if",
      requestedById: actor.id,
      input: { path: ["ruleVersionId"], equals: ruleVersionId },
    },
    select: { status: true, progress: true, total: true, input: true, result: true, failure: true },
    orderBy: { createdAt: "desc" },
  });
  const order = whatIfInput.safeParse(job?.input);
  if (!job || !order.success) return null;
  const { input: _, result, ...state } = job;
  const { area, asOf } = order.data;
  return {
    ...{ ...state, area, asOf },
    found: state.status === "done" ? await named(scope, area, keptWhatIf.parse(result)) : null,
    stoppedBy: await stoppedBy(scope, result),
  };
}
export type WhatIfLatest = NonNullable<WhatIfView["latest"]>;

/** Of everywhere the provinces instead of nine hundred districts; each with its name. */
async function named({ tx }: Scoped, area: string, { all, by }: KeptSums) {
  if (area !== wholeRegister) {
    const names = await listDistrictNames(area.slice(0, 2), tx);
    const rows = by.district.map((row) => ({ ...row, key: names[row.key] ?? row.key }));
    return { all, by: { ...by, district: rows, province: [] } };
  }
  const sums = new Map<string, ReturnType<typeof noChanges>>();
  for (const { key, ...row } of by.district) {
    const of = sums.get(key.slice(0, 2)) ?? noChanges();
    addChanges(of, row);
    sums.set(key.slice(0, 2), of);
  }
  const provinces = (await listProvinceNames(tx)).flatMap(({ code, name }) => {
    const of = sums.get(code);
    return of ? [{ key: name, ...of }] : [];
  });
  return { all, by: { ...by, district: [], province: provinces } };
}

async function stoppedBy({ tx }: Scoped, result: unknown) {
  const said = keptFailure.safeParse(result);
  if (!said.success) return null;
  const { provinceCode, holderId } = said.data;
  const { province } = await getAreaNames({ provinceCode, districtCode: null }, tx);
  return { province: province ?? provinceCode, holderId };
}
