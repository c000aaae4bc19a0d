import { unansweredStates } from "@/domain/caseload";
import { isConcerned } from "@/domain/death";
import { reportedDepartures } from "@/domain/visit";
import { listProvinceNames } from "@/server/areas/queries";
import { fromDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { auditRead, type Scoped } from "@/server/scope";
import { answersGiven, answersSince } from "./answers-after-death";
import { type Person, person, shown } from "./person";

const who = { holder: person, recordedBy: { select: { name: true } } } as const;
type Reported = {
  id: string;
  recordedOn: Date;
  recordedById: string;
  recordedBy: { name: string };
  holder: Person;
};

/** What every report shows, of a departure or of a refusal. */
function reported({ actor }: Scoped, row: Reported) {
  return {
    id: row.id,
    person: shown(row.holder),
    recordedOn: fromDateColumn(row.recordedOn),
    recordedBy: row.recordedBy.name,
    own: row.recordedById === actor.id,
  };
}

/** Reports of the district that wait for another officer: deaths, moves, refused interviews. */
export async function listPendingReports(scope: Scoped) {
  const reports = [...(await listDepartures(scope)), ...(await listRefusals(scope))];
  auditRead(scope, "finding.confirm", { type: "list", id: null }, { count: reports.length });
  return reports;
}

const pendingIn = ({ actor }: Scoped) =>
  ({ confirmation: "pending", districtCode: actor.districtCode ?? "" }) as const;

/** What the district itself decides; a cancelled card is the province's. */
export const ofDistrict = {
  kind: { in: [...reportedDepartures] },
} satisfies Prisma.DepartureWhereInput;

async function listDepartures(scope: Scoped) {
  const rows = await scope.tx.departure.findMany({
    where: { ...pendingIn(scope), ...ofDistrict },
    include: { ...who, holder: { select: { ...person.select, ...answersGiven } } },
    orderBy: [{ departedOn: "asc" }, { id: "asc" }],
    take: 200,
  });
  const provinces = new Map(
    (await listProvinceNames(scope.tx)).map(({ code, name }) => [code, name] as const),
  );
  return rows.map((row) => {
    /** Answers that a death, if it is confirmed, leaves uncounted. */
    const answers = row.kind === "deceased" ? answersSince(row.departedOn, row.holder) : [];
    return {
      ...reported(scope, row),
      own: isConcerned({ ...row, answers }, scope.actor.id),
      table: "departure" as const,
      kind: row.kind,
      on: fromDateColumn(row.departedOn),
      source: row.source,
      words: row.sourceDetail,
      /** Null of a death, and of a move that was reported before it was asked. */
      movedTo: row.toProvinceCode && (provinces.get(row.toProvinceCode) ?? row.toProvinceCode),
      answers,
    };
  });
}

async function listRefusals(scope: Scoped) {
  const rows = await scope.tx.interviewRefusal.findMany({
    where: { ...pendingIn(scope), holder: { state: { in: [...unansweredStates] } } },
    include: who,
    orderBy: [{ refusedOn: "asc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map((row) => ({
    ...reported(scope, row),
    table: "refusal" as const,
    kind: "refused_interview" as const,
    on: fromDateColumn(row.refusedOn),
    source: null,
    words: row.reason,
    movedTo: null,
    answers: [],
  }));
}
export type PendingReport = Awaited<ReturnType<typeof listPendingReports>>[number];

/** How many reports wait in the district: the home card of exactly that list. */
export async function countPendingReports(scope: Scoped): Promise<number> {
  const where = pendingIn(scope);
  const [departures, refusals] = await Promise.all([
    scope.tx.departure.count({ where: { ...where, ...ofDistrict } }),
    scope.tx.interviewRefusal.count({
      where: { ...where, holder: { state: { in: [...unansweredStates] } } },
    }),
  ]);
  return departures + refusals;
}
