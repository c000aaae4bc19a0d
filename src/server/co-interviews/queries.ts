import { type Bank, isBank } from "@/domain/agencies";
import {
  type CoInterviewNeed,
  hasCoInterviews,
  proposedBank,
  suggestCoInterviews,
} from "@/domain/co-interview";
import type { PlanningGroup } from "@/domain/holder-filter";
import type { RuleSet } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { listDistrictNames } from "@/server/areas/queries";
import { findableNow } from "@/server/caseload/work";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { fullName } from "@/server/holders/search";
import { auditRead, districtFor, type Scoped } from "@/server/scope";

/**
 * The district's villages and coming days where an account officer of no bank has appointments that no bank officer joins
 * yet, with a suggestion; those whose day went by so (`overdue`: nobody recorded them and none was matched); the banks' officers
 * and the days they offered; and who is matched already.
 */
export async function listVillageDays(scope: Scoped, today: string) {
  const rules = rulesOn(scope.ruleSets, today);
  const planned = await listUnjoined(scope, rules);
  const first = toDateColumn(today);
  const villages = villageDays(
    rules,
    planned.filter(({ meetOn }) => meetOn >= first),
  );
  const overdue = villageDays(
    rules,
    planned.filter(({ meetOn }) => meetOn < first),
  );
  const matched = await listMatched(scope);
  const officers = await listBankDays(scope, today);
  const days = officers.flatMap(({ id: officerId, bank, days }) =>
    days.map((day) => ({ officerId, bank, day })),
  );
  auditRead(scope, "co_interview.match", { type: "list", id: null }, { people: planned.length });
  return {
    villages,
    overdue,
    officers,
    suggestion: Object.fromEntries(
      suggestCoInterviews(villages, days, await listTaken(scope, today)),
    ),
    matched,
    matchedAhead: matched.some(({ day }) => day >= today),
  };
}
export type VillageDays = Awaited<ReturnType<typeof listVillageDays>>;

/** Appointments of account officers of no bank that no bank's officer joins yet. */
async function listUnjoined({ tx, actor }: Scoped, rules: RuleSet) {
  return tx.appointment.findMany({
    where: {
      districtCode: districtFor(actor, "co_interview.match"),
      status: "planned",
      coInterviews: { none: { status: { in: ["matched", "confirmed"] } } },
      holder: {
        ...findableNow,
        accountOfficer: { agency: { notIn: [...rules.coInterview.value.banks] } },
      },
    },
    select: {
      id: true,
      meetOn: true,
      meetAt: true,
      holder: {
        select: {
          id: true,
          title: true,
          firstName: true,
          lastName: true,
          moo: true,
          subdistrictCode: true,
          occupationGroup: true,
          accountOfficerId: true,
          accountOfficer: { select: { name: true } },
          subdistrict: { select: { name: true } },
        },
      },
    },
    orderBy: [{ meetOn: "asc" }, { meetAt: { sort: "asc", nulls: "last" } }],
  });
}

type Planned = {
  id: string;
  meetOn: Date;
  meetAt: string | null;
  holder: {
    id: string;
    title: string;
    firstName: string;
    lastName: string;
    moo: number | null;
    subdistrictCode: string;
    occupationGroup: PlanningGroup;
    accountOfficerId: string | null;
    accountOfficer: { name: string } | null;
    subdistrict: { name: string };
  };
};

type VillageDay = CoInterviewNeed & {
  name: string;
  officers: string[];
  appointments: {
    appointmentId: string;
    holderId: string;
    personName: string;
    accountOfficerId: string;
    meetAt: string | null;
  }[];
};

function villageDays(rules: RuleSet, planned: readonly Planned[]): VillageDay[] {
  const groups = new Map<string, Planned[]>();
  for (const each of planned) {
    const { subdistrictCode, moo } = each.holder;
    const key = `${fromDateColumn(each.meetOn)} ${subdistrictCode} ${moo ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(([key, rows]) => {
    const [{ holder, meetOn }] = rows as [Planned, ...Planned[]];
    return {
      key,
      day: fromDateColumn(meetOn),
      subdistrictCode: holder.subdistrictCode,
      name: [holder.moo !== null && `หมู่ที่ ${holder.moo}`, `ต.${holder.subdistrict.name}`]
        .filter(Boolean)
        .join(" "),
      people: rows.length,
      bank: proposedBank(
        rules,
        rows.map((row) => row.holder.occupationGroup),
      ),
      officers: [...new Set(rows.flatMap((row) => row.holder.accountOfficer?.name ?? []))],
      appointments: rows.map((row) => ({
        appointmentId: row.id,
        holderId: row.holder.id,
        personName: fullName(row.holder.title, row.holder.firstName, row.holder.lastName),
        accountOfficerId: row.holder.accountOfficerId as string,
        meetAt: row.meetAt,
      })),
    };
  });
}

/** The banks' officers who offered days to the district from today on. */
async function listBankDays({ tx, actor }: Scoped, today: string) {
  const rows = await tx.bankDay.findMany({
    where: {
      districtCode: districtFor(actor, "co_interview.match"),
      withdrawn: false,
      day: { gte: toDateColumn(today) },
    },
    select: { officerId: true, bank: true, day: true, officer: { select: { name: true } } },
    orderBy: [{ officerId: "asc" }, { day: "asc" }],
  });
  return [...new Set(rows.map(({ officerId }) => officerId))].map((id) => {
    const own = rows.filter(({ officerId }) => officerId === id);
    return {
      id,
      name: own[0]?.officer.name ?? "",
      bank: own[0]?.bank as Bank,
      days: own.map(({ day }) => fromDateColumn(day)),
    };
  });
}

/** Where the banks' officers are already matched from today on. */
async function listTaken({ tx, actor }: Scoped, today: string) {
  const rows = await tx.coInterview.findMany({
    where: {
      districtCode: districtFor(actor, "co_interview.match"),
      status: "matched",
      meetOn: { gte: toDateColumn(today) },
    },
    select: {
      officerId: true,
      meetOn: true,
      holder: { select: { subdistrictCode: true } },
    },
  });
  return rows.map(({ officerId, meetOn, holder }) => ({
    officerId: officerId ?? "",
    day: fromDateColumn(meetOn),
    subdistrictCode: holder.subdistrictCode,
  }));
}

/** What waits in the district: matched and not confirmed, oldest first, by day, village and officer. */
async function listMatched({ tx, actor }: Scoped) {
  const rows = await tx.coInterview.findMany({
    where: { districtCode: districtFor(actor, "co_interview.match"), status: "matched" },
    select: {
      id: true,
      officerName: true,
      village: true,
      meetOn: true,
      assessmentId: true,
      accountOfficer: { select: { name: true } },
    },
    orderBy: [{ meetOn: "asc" }, { village: "asc" }],
  });
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${fromDateColumn(row.meetOn)}|${row.village}|${row.officerName}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, group]) => ({
    key,
    day: fromDateColumn((group[0] as (typeof rows)[number]).meetOn),
    village: group[0]?.village ?? "",
    officer: group[0]?.officerName ?? "",
    accountOfficers: [...new Set(group.map(({ accountOfficer }) => accountOfficer.name))],
    people: group.length,
    cancellable: group.filter(({ assessmentId }) => !assessmentId).map(({ id }) => id),
  }));
}

/** Of these matches, those on days up to today that are not confirmed. */
export async function listHeld(scope: Scoped, today: string) {
  return (await listMatched(scope)).filter(({ day }) => day <= today);
}

/** How many of the district's, on days up to today, are not confirmed. */
export function countToAttest({ tx, actor }: Scoped, today: string): Promise<number> {
  return tx.coInterview.count({
    where: {
      districtCode: districtFor(actor, "co_interview.match"),
      status: "matched",
      meetOn: { lte: toDateColumn(today) },
    },
  });
}

/** How many the actor can confirm: the interviews they joined, or for which they have the bank officer's signature. */
export async function countOwnToAttest({ tx, actor }: Scoped, today: string): Promise<number> {
  if (!hasCoInterviews(actor)) return 0;
  const whose = isBank(actor.agency)
    ? { officerId: actor.id }
    : { holder: { accountOfficerId: actor.id } };
  return tx.coInterview.count({
    where: { ...whose, status: "matched", meetOn: { lte: toDateColumn(today) } },
  });
}

/** A bank officer's own co-interviews and days; of the holders only name and village. */
export async function listOwnCoInterviews(scope: Scoped, today: string) {
  const { tx, actor } = scope;
  const rows = await tx.coInterview.findMany({
    where: { officerId: actor.id, status: { in: ["matched", "confirmed", "not_held"] } },
    select: {
      id: true,
      personName: true,
      village: true,
      meetOn: true,
      meetAt: true,
      status: true,
      onPaper: true,
      accountOfficer: { select: { name: true, phone: true } },
    },
    orderBy: [{ meetOn: "desc" }, { village: "asc" }, { meetAt: "asc" }, { personName: "asc" }],
    take: 300,
  });
  auditRead(scope, "co_interview.attend", { type: "list", id: null }, { people: rows.length });
  const days = await tx.bankDay.findMany({
    where: { officerId: actor.id, withdrawn: false, day: { gte: toDateColumn(today) } },
    select: { id: true, day: true, districtCode: true },
    orderBy: { day: "asc" },
  });
  const districts = await listDistrictNames(actor.provinceCode ?? "", tx);
  return {
    today,
    districts,
    days: days.map(({ id, day, districtCode }) => ({
      id,
      day: fromDateColumn(day),
      district: districts[districtCode] ?? districtCode,
    })),
    rows: rows.map(({ meetOn, status, ...row }) => ({
      ...row,
      day: fromDateColumn(meetOn),
      status: status,
    })),
  };
}
export type OwnCoInterviews = Awaited<ReturnType<typeof listOwnCoInterviews>>;

/** An account officer's interviews that the bank officer has not confirmed; the signature may be on paper. */
export async function listOnPaper(scope: Scoped, today: string) {
  const { tx, actor } = scope;
  const rows = await tx.coInterview.findMany({
    where: {
      holder: { accountOfficerId: actor.id },
      status: "matched",
      meetOn: { lte: toDateColumn(today) },
    },
    select: { id: true, personName: true, village: true, officerName: true, meetOn: true },
    orderBy: [{ meetOn: "asc" }, { personName: "asc" }],
    take: 300,
  });
  auditRead(scope, "co_interview.attend", { type: "paper", id: null }, { people: rows.length });
  return rows.map(({ meetOn, ...row }) => ({ ...row, day: fromDateColumn(meetOn) }));
}
export type OnPaper = Awaited<ReturnType<typeof listOnPaper>>[number];
