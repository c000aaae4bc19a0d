import { createHash } from "node:crypto";
import { suggestBalance } from "@/domain/balance";
import { listSubdistrictNames } from "@/server/areas/queries";
import { mustReach } from "@/server/caseload/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { districtFor, holdersFor, type Scoped } from "@/server/scope";
import { type Gift, inForce } from "./give";

/**
 * A suggestion that gives who waits and evens out the loads of the district's account officers, villages whole. It moves only holders with whom no work has
 * begun: no interview, no draft, no appointment ahead. `stamp` identifies the suggestion: the same people, the same steps.
 */
export async function suggestDistrictBalance(scope: Scoped, today: string) {
  const { tx, actor } = scope;
  const districtCode = districtFor(actor, "caseload.assign");
  const officers = await tx.accountOfficerCode.findMany({
    where: { districtCode, ...inForce(today) },
    select: { code: true, officerId: true, officer: { select: { name: true, agency: true } } },
    orderBy: { code: "asc" },
  });
  const loads = await tx.holderTally.groupBy({
    by: ["accountOfficerId"],
    where: { districtCode },
    _sum: { people: true },
  });
  const loadOf = new Map(loads.map((row) => [row.accountOfficerId, row._sum.people ?? 0]));
  const cells = await tx.holder.groupBy({
    by: ["subdistrictCode", "moo", "accountOfficerId"],
    where: await untouched(scope),
    _count: true,
    orderBy: [{ subdistrictCode: "asc" }, { moo: "asc" }, { accountOfficerId: "asc" }],
  });
  const held = await tx.holder.groupBy({
    by: ["subdistrictCode", "moo", "accountOfficerId"],
    where: { districtCode, accountOfficerId: { in: officers.map(({ officerId }) => officerId) } },
    _count: true,
    orderBy: [{ subdistrictCode: "asc" }, { moo: "asc" }, { accountOfficerId: "asc" }],
  });
  const balance = suggestBalance(
    officers.map(({ officerId }) => ({ officerId, people: loadOf.get(officerId) ?? 0 })),
    cells.map(({ subdistrictCode, moo, accountOfficerId, _count }) => ({
      village: villageKey(subdistrictCode, moo),
      officerId: accountOfficerId,
      people: _count,
    })),
    held.flatMap(({ subdistrictCode, moo, accountOfficerId, _count }) =>
      accountOfficerId === null
        ? []
        : [
            {
              village: villageKey(subdistrictCode, moo),
              officerId: accountOfficerId,
              people: _count,
            },
          ],
    ),
  );
  const stamp = createHash("sha256")
    .update(JSON.stringify([cells, balance.steps]))
    .digest("hex");
  return {
    ...balance,
    stamp,
    people: balance.steps.reduce((sum, { people }) => sum + people, 0),
    officers: officers.map(({ officer, ...code }) => ({ ...code, ...officer })),
    subdistricts: await listSubdistrictNames(districtCode, tx),
  };
}
export type DistrictBalance = Awaited<ReturnType<typeof suggestDistrictBalance>>;

/** The holders that the suggestion moves: in each village in the order of houses, as many as each step says. */
export async function listBalanceGifts(
  scope: Scoped,
  { steps, officers }: DistrictBalance,
): Promise<Gift[]> {
  const rows = await scope.tx.holder.findMany({
    where: await untouched(scope),
    select: { id: true, subdistrictCode: true, moo: true, accountOfficerId: true },
    orderBy: [{ houseNo: "asc" }, { searchName: "asc" }, { id: "asc" }],
  });
  const waiting = new Map<string, string[]>();
  for (const { id, subdistrictCode, moo, accountOfficerId } of rows) {
    const key = `${villageKey(subdistrictCode, moo)} ${accountOfficerId}`;
    const ids = waiting.get(key) ?? [];
    ids.push(id);
    waiting.set(key, ids);
  }
  const codeOf = new Map(officers.map(({ officerId, code }) => [officerId, code]));
  return steps.flatMap(({ village, from, to, people }) =>
    (waiting.get(`${village} ${from}`) ?? []).splice(0, people).map((holderId) => ({
      holderId,
      officerId: to,
      officerCode: codeOf.get(to) ?? "",
    })),
  );
}

/** Holders that a balance may move: they need an officer or have one, and no work with them has begun. */
async function untouched(scope: Scoped): Promise<Prisma.HolderWhereInput> {
  const drafts = await scope.tx.$queryRaw<
    { holder_id: string }[]
  >`SELECT holder_id FROM app.district_drafts()`;
  return {
    AND: [
      holdersFor(scope.actor, "caseload.assign"),
      {
        state: { in: ["met_in_february", "assigned", "unassigned"] },
        counted: true,
        appointments: { none: { status: "planned" } },
        NOT: { id: { in: drafts.map(({ holder_id }) => holder_id) } },
        OR: [mustReach, { latestAnswer: "yes" }, { accountOfficerId: { not: null } }],
      },
    ],
  };
}

const villageKey = (subdistrictCode: string, moo: number | null) =>
  `${subdistrictCode}-${moo ?? ""}`;
