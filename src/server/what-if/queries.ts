import { reachOf } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { addChanges, noChanges, wholeRegister } from "@/domain/what-if";
import { getAreaNames, listDistrictNames, listProvinceNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { provinceCodeOf } from "@/server/own-district";
import { rulesProvince } from "@/server/rules/drafts";
import type { Scoped } from "@/server/scope";
import { namesPeople, whatIfInput } from "./order";
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
    /** Whether people may be named: by a comparison that is made from now on. */
    named: await namesPeople(scope, ruleVersionId),
    latest: await viewLatest(scope, ruleVersionId),
  };
}
export type WhatIfView = NonNullable<Awaited<ReturnType<typeof viewWhatIf>>>;

/** The actor's latest comparison of a version, with what it kept once it is done; null without one. */
export async function latestWhatIf({ tx, actor }: Scoped, ruleVersionId: string) {
  const job = await tx.job.findFirst({
    where: {
      kind: "what_if",
      requestedById: actor.id,
      input: { path: ["ruleVersionId"], equals: ruleVersionId },
    },
    select: {
      id: true,
      status: true,
      progress: true,
      total: true,
      input: true,
      result: true,
      failure: true,
    },
    orderBy: { createdAt: "desc" },
  });
  const order = whatIfInput.safeParse(job?.input);
  if (!job || !order.success) return null;
  const { input: _, ...state } = job;
  const { area, asOf } = order.data;
  const kept = state.status === "done" ? keptWhatIf.parse(state.result) : null;
  return { ...state, area, asOf, kept };
}

async function viewLatest(scope: Scoped, ruleVersionId: string) {
  const latest = await latestWhatIf(scope, ruleVersionId);
  if (!latest) return null;
  const { result, kept, ...state } = latest;
  return {
    ...state,
    found: kept && (await withAreas(scope, state.area, kept)),
    stoppedBy: await stoppedBy(scope, result),
  };
}
export type WhatIfLatest = NonNullable<WhatIfView["latest"]>;

/** Of everywhere the provinces instead of nine hundred districts; each with its name. */
async function withAreas({ tx }: Scoped, area: string, { all, by, named, once }: KeptSums) {
  if (area !== wholeRegister) {
    const names = await listDistrictNames(area.slice(0, 2), tx);
    const rows = by.district.map((row) => ({
      ...row,
      key: names[row.key] ?? row.key,
      code: row.key,
    }));
    return { all, named, once, by: { ...by, district: rows, province: [] } };
  }
  const sums = new Map<string, ReturnType<typeof noChanges>>();
  for (const { key, ...row } of by.district) {
    const of = sums.get(key.slice(0, 2)) ?? noChanges();
    addChanges(of, row);
    sums.set(key.slice(0, 2), of);
  }
  const provinces = (await listProvinceNames(tx)).flatMap(({ code, name }) => {
    const of = sums.get(code);
    return of ? [{ key: name, code, ...of }] : [];
  });
  return { all, named, once, by: { ...by, district: [], province: provinces } };
}

async function stoppedBy({ tx }: Scoped, result: unknown) {
  const said = keptFailure.safeParse(result);
  if (!said.success) return null;
  const { provinceCode, holderId } = said.data;
  const { province } = await getAreaNames({ provinceCode, districtCode: null }, tx);
  return { province: province ?? provinceCode, holderId };
}
