import { programmeDate } from "@/server/clock";
import { fullName } from "@/server/holders/search";
import { holdersFor, type Scoped } from "@/server/scope";
import { inForce } from "./give";
import { toCareFor } from "./work";

/** Holders who must be reached, as a filter of holders and of their counters; a trigger keeps the column by the rules. */
export const mustReach = { mustReach: true } as const;

/** The holders of some subdistricts who wait to be given to an account officer. */
export async function listWithoutOfficer(
  { tx, actor }: Scoped,
  subdistrictCodes: readonly string[],
) {
  return tx.holder.findMany({
    where: {
      AND: [
        holdersFor(actor, "caseload.assign"),
        { subdistrictCode: { in: [...subdistrictCodes] }, accountOfficerId: null, counted: true },
        toCareFor(),
      ],
    },
    select: { id: true },
  });
}

const listedCode = {
  code: true,
  officerId: true,
  officer: { select: { name: true, agency: true, position: true } },
} as const;

/** The account officers to whom a district may assign holders today, by code, with the number of their holders there. */
export async function listDistrictOfficers(scope: Scoped, districtCode: string) {
  const { tx } = scope;
  const codes = await tx.accountOfficerCode.findMany({
    where: { districtCode, ...inForce(await programmeDate(tx)) },
    select: listedCode,
    orderBy: { code: "asc" },
  });
  const loads = await loadsIn(scope, districtCode);
  return codes.map(({ code, officerId, officer }) => ({
    code,
    officerId,
    ...officer,
    people: loads.get(officerId) ?? 0,
  }));
}
export type DistrictOfficer = Awaited<ReturnType<typeof listDistrictOfficers>>[number];

/**
 * All officers who have holders of the district, or may get some: also an officer of another district to whom a case was
 * handed over, and one whose code has ended. So their loads add up to the whole district.
 */
export async function listCaringOfficers(scope: Scoped, districtCode: string) {
  const here = await listDistrictOfficers(scope, districtCode);
  const loads = await loadsIn(scope, districtCode);
  const others = [...loads.keys()].filter((id) => !here.some(({ officerId }) => officerId === id));
  const codes = await scope.tx.accountOfficerCode.findMany({
    where: { officerId: { in: others } },
    select: { ...listedCode, districtCode: true },
    orderBy: { code: "asc" },
  });
  // Of several codes the one of this district, else the first.
  const best = others.flatMap((id) => {
    const own = codes.filter(({ officerId }) => officerId === id);
    return own.find((code) => code.districtCode === districtCode) ?? own[0] ?? [];
  });
  return [
    ...here,
    ...best.map(({ code, officerId, officer }) => ({
      code,
      officerId,
      ...officer,
      people: loads.get(officerId) ?? 0,
    })),
  ];
}

/** How many of a district's holders each officer has. */
async function loadsIn({ tx }: Scoped, districtCode: string): Promise<Map<string, number>> {
  const rows = await tx.holderTally.groupBy({
    by: ["accountOfficerId"],
    where: { districtCode, accountOfficerId: { not: noOfficer } },
    _sum: { people: true },
  });
  return new Map(rows.map((row) => [row.accountOfficerId, row._sum.people ?? 0]));
}

/** For each subdistrict: how many wait to be given to an account officer, and in which state they are. */
export async function countWithoutOfficer({ tx }: Scoped, districtCode: string) {
  const rows = await tx.holderTally.groupBy({
    by: ["subdistrictCode", "state", "mustReach"],
    where: {
      districtCode,
      accountOfficerId: noOfficer,
      ...toCareFor(),
    },
    _sum: { people: true },
  });
  return rows.map(({ subdistrictCode, state, mustReach, _sum }) => ({
    subdistrictCode,
    state,
    mustReach,
    people: _sum.people ?? 0,
  }));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The holder of a single assignment; null out of reach. */
export async function findHolderToAssign({ tx, actor }: Scoped, holderId: string) {
  if (!uuid.test(holderId)) return null;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "caseload.assign")] },
    select: {
      id: true,
      title: true,
      firstName: true,
      lastName: true,
      accountOfficer: { select: { name: true } },
    },
  });
  if (!holder) return null;
  const { id, title, firstName, lastName, accountOfficer } = holder;
  return { id, name: fullName(title, firstName, lastName), officer: accountOfficer?.name ?? null };
}
export type HolderToAssign = NonNullable<Awaited<ReturnType<typeof findHolderToAssign>>>;

/** The id that means "no account officer" in the counters. */
export const noOfficer = "00000000-0000-0000-0000-000000000000";
