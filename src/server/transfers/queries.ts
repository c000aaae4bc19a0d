import { reachOf } from "@/domain/policy";
import { listDistrictNames } from "@/server/areas/queries";
import { inForce } from "@/server/caseload/give";
import { countChosen } from "@/server/caseload/moves";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { namedOrder, orderColumns } from "@/server/delegations/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { auditRead, type Scoped } from "@/server/scope";

/** How many names of a transfer a card shows; of the rest only the number. */
const namesShown = 20;

const columns = {
  id: true,
  districtCode: true,
  toDistrictCode: true,
  toOfficerId: true,
  people: true,
  reason: true,
  presentAddress: true,
  status: true,
  answerReason: true,
  answeredOn: true,
  recordedById: true,
  recordedOn: true,
  toOfficer: { select: { name: true } },
  givenOfficer: { select: { name: true } },
  answeredBy: { select: { name: true, position: true } },
  recordedBy: { select: { name: true, position: true } },
  delegation: { select: orderColumns },
  persons: { select: { name: true, village: true }, orderBy: { name: "asc" }, take: namesShown },
} satisfies Prisma.CaseloadTransferSelect;

/** The transfers that wait for the actor's own answer. */
function waitingFor({ actor }: Scoped): Prisma.CaseloadTransferWhereInput {
  const others = { status: "asked", recordedById: { not: actor.id } } as const;
  switch (reachOf(actor, "transfer.answer")) {
    case "own":
      return { ...others, toOfficerId: actor.id };
    case "district":
      return { ...others, toOfficerId: null, toDistrictCode: actor.districtCode ?? "" };
    default:
      return { id: { in: [] } };
  }
}

/** How many wait for the actor's answer: the home card of exactly that list. */
export function countTransfersWaiting(scope: Scoped): Promise<number> {
  return scope.tx.caseloadTransfer.count({ where: waitingFor(scope) });
}

/** What waits for the actor, what they or their district asked for, and what was answered lately. */
export async function listTransfers(scope: Scoped) {
  const { tx, actor } = scope;
  const { districtCode } = actor;
  const concerning: Prisma.CaseloadTransferWhereInput =
    reachOf(actor, "transfer.answer") === "district"
      ? { OR: [{ districtCode: districtCode ?? "" }, { toDistrictCode: districtCode ?? "" }] }
      : { OR: [{ recordedById: actor.id }, { toOfficerId: actor.id }] };
  const newest = { select: columns, orderBy: { recordedAt: "desc" } } as const;
  const waiting = await tx.caseloadTransfer.findMany({ where: waitingFor(scope), ...newest });
  const asked = await tx.caseloadTransfer.findMany({
    where: { AND: [concerning, { status: "asked" }, { NOT: waitingFor(scope) }] },
    ...newest,
  });
  const answered = await tx.caseloadTransfer.findMany({
    where: { AND: [concerning, { NOT: { status: "asked" } }] },
    ...newest,
    take: 50,
  });
  const people = [...waiting, ...asked, ...answered].reduce((sum, row) => sum + row.people, 0);
  auditRead(scope, "transfer.answer", { type: "list", id: null }, { people });
  const districts = await listDistrictNames(actor.provinceCode ?? "", tx);
  const shown = (row: (typeof waiting)[number]) => ({
    ...row,
    from: districts[row.districtCode] ?? row.districtCode,
    to: districts[row.toDistrictCode] ?? row.toDistrictCode,
    status: row.status,
    recordedOn: fromDateColumn(row.recordedOn),
    answeredOn: row.answeredOn && fromDateColumn(row.answeredOn),
    own: row.recordedById === actor.id,
    order: namedOrder(row.delegation),
  });
  return {
    waiting: waiting.map(shown),
    asked: asked.map(shown),
    answered: answered.map(shown),
  };
}
export type Transfer = Awaited<ReturnType<typeof listTransfers>>["waiting"][number];

/** To whom cases may be handed over: every account officer of the province, and the other districts. */
export async function listTransferTargets(scope: Scoped, filter: Record<string, string>) {
  const { tx, actor } = scope;
  const today = await programmeDate(tx);
  const districts = await listDistrictNames(actor.provinceCode ?? "", tx);
  const codes = await tx.accountOfficerCode.findMany({
    where: {
      provinceCode: actor.provinceCode ?? "",
      officerId: { not: actor.id },
      ...inForce(today),
    },
    select: { code: true, districtCode: true, officer: { select: { name: true } } },
    orderBy: { code: "asc" },
  });
  return {
    people: await countChosen(scope, filter, "transfer.ask"),
    colleagues: codes
      .filter(({ districtCode }) => districtCode === actor.districtCode)
      .map(({ code, officer }) => ({ value: code, label: `${officer.name} (${code})` })),
    districts: Object.entries(districts)
      .filter(([code]) => code !== actor.districtCode)
      .map(([value, label]) => ({ value, label })),
  };
}
