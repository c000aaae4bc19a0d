import {
  type FollowUpRow,
  roundDoneOn,
  roundEnded,
  roundNow,
  sumFollowUps,
} from "@/domain/follow-up";
import type { RoundProgress } from "@/domain/holder-filter";
import { reachOf } from "@/domain/policy";
import { type NamedRound, roundsOf } from "@/domain/rules/rounds";
import type { FollowUpRound } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { getAreaNames, listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate, toDateColumn } from "@/server/clock";
import { attemptsOf } from "@/server/contacts/attempts";
import { Prisma } from "@/server/generated/prisma/client";
import { countMinistry, type MinistryCounts } from "@/server/ministry/counts";
import { areaFor, type Scoped } from "@/server/scope";

/** Counters of one account officer: of their caseload, or of a district (null: holders without an officer). */
export type OfficerRow = FollowUpRow & { officerId: string | null };

/** The counters of a district or a province; the transactions that change them keep them. */
export async function listFollowUpTally(
  { tx }: Scoped,
  area: { districtCode: string } | { provinceCode: string },
) {
  const rows = await tx.followUpTally.findMany({ where: area });
  return rows.map(({ roundsDone, incomeThen, incomeNow, loanBaht, trainingHours, ...row }) => ({
    ...row,
    roundsDone: roundsDone.split(" "),
    incomeThen: Number(incomeThen),
    incomeNow: Number(incomeNow),
    loanBaht: Number(loanBaht),
    trainingHours: Number(trainingHours),
  }));
}

/** The same figures by account officer, over the people with a plan of one district or of one caseload. */
export async function listFollowUpsByOfficer(
  { tx }: Scoped,
  { district, officer }: { district: string | null; officer: string | null },
): Promise<OfficerRow[]> {
  const here = district ? Prisma.sql`AND f.district_code = ${district}` : Prisma.empty;
  const his = officer ? Prisma.sql`AND h.account_officer_id = ${officer}::uuid` : Prisma.empty;
  return tx.$queryRaw<OfficerRow[]>`
    SELECT h.account_officer_id::text AS "officerId", to_char(f.agreed_on, 'YYYY-MM') AS "agreedMonth", least(f.contacts, 3) AS dose,
      f.rounds_done AS "roundsDone", count(*)::int AS people,
      sum(f.contacts)::int AS contacts, (count(*) FILTER (WHERE f.income_then IS NOT NULL AND f.income_now IS NOT NULL))::int AS "incomePeople",
      coalesce(sum(f.income_then) FILTER (WHERE f.income_now IS NOT NULL), 0)::float8 AS "incomeThen",
      coalesce(sum(f.income_now) FILTER (WHERE f.income_then IS NOT NULL), 0)::float8 AS "incomeNow",
      (count(*) FILTER (WHERE f.income_up))::int AS "incomeUp", (count(*) FILTER (WHERE f.got_job))::int AS jobs,
      (count(*) FILTER (WHERE f.loan_baht > 0))::int AS loans, sum(f.loan_baht)::float8 AS "loanBaht",
      (count(*) FILTER (WHERE f.training_hours > 0))::int AS trained, sum(f.training_hours)::float8 AS "trainingHours",
      sum(f.projects)::int AS projects, sum(f.taken_up)::int AS "takenUp", (count(*) FILTER (WHERE f.taken_up > 0))::int AS takers
    FROM follow_up f JOIN holder h ON h.id = f.holder_id WHERE f.active ${here} ${his}
    GROUP BY 1, 2, 3, 4`;
}

/**
 * How far a holder with a plan has come, with the day on which each round of today's rules was done; null before a plan.
 */
export async function findFollowUp({ tx, ruleSets }: Scoped, holderId: string) {
  const followUp = await tx.followUp.findUnique({ where: { holderId } });
  if (!followUp) return null;
  const contacts = await tx.contact.findMany({
    where: { holderId, ...countedForRound },
    select: { round: true, contactedOn: true },
  });
  const rounds = roundsOf(rulesOn(ruleSets, await programmeDate(tx)));
  return {
    ...followUp,
    rounds: rounds.map((round) => ({
      ...round,
      doneOn: dayOfRound(round, followUp.agreedOn, contacts),
    })),
  };
}

/** Who is asked for by a round and is in it so far: `placeInRound` and `roundDoneOn`, as conditions. */
export function inRound(round: NamedRound, progress: RoundProgress) {
  const done = { roundsDone: { has: round.id } };
  return {
    agreedOn: { lt: toDateColumn(round.from) },
    ...(progress === "done" ? done : { NOT: done }),
    ...(progress === "tried" && { holder: { attempts: { some: attemptsOf(round) } } }),
  } satisfies Prisma.FollowUpWhereInput;
}

/** The contacts that count for a round: made in its time, and not replaced by a correction. */
export const countedForRound = {
  round: { not: null },
  correction: { is: null },
} satisfies Prisma.ContactWhereInput;

/** The day on which these contacts completed a round; null where none did. */
export function dayOfRound(
  round: FollowUpRound,
  agreedOn: Date,
  contacts: readonly { round: string | null; contactedOn: Date }[],
) {
  return roundDoneOn(
    round,
    fromDateColumn(agreedOn),
    contacts.map((each) => ({ ...each, contactedOn: fromDateColumn(each.contactedOn) })),
  );
}

/**
 * The results of the plans beside the number of contacts: of the actor's caseload, of a district by account officer, of the
 * province by district. Null out of reach.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one page in three reaches, own caseload, province and district
export async function getFollowUps(scope: Scoped, district: string | null) {
  const { tx, actor, ruleSets } = scope;
  const area = areaFor(actor, "follow_up.view");
  if (!area) return null;
  const today = await programmeDate(tx);
  const rules = rulesOn(ruleSets, today);
  const rounds = roundsOf(rules);
  const provinceCode = actor.provinceCode ?? "";
  const base = { today, often: rules.words.followUps, round: roundShown(today, rounds) };
  const part = partOf(rounds);
  if ("accountOfficerId" in area) {
    const rows = await listFollowUpsByOfficer(scope, { district: null, officer: actor.id });
    return { ...base, district: null, name: null, sum: sumFollowUps(rows, rounds), parts: [] };
  }
  const districts = await listDistrictNames(provinceCode, tx);
  const own = reachOf(actor, "follow_up.view") === "district";
  const code = own ? actor.districtCode : district;
  if (code === null) {
    const rows = await listFollowUpTally(scope, { provinceCode });
    const ministry = await countMinistry(scope);
    const names = await getAreaNames({ provinceCode, districtCode: null }, tx);
    const parts = Object.entries(districts).map(([key, name]) =>
      part(
        key,
        name,
        rows.filter((row) => row.districtCode === key),
        ministry,
      ),
    );
    return {
      ...base,
      district: null,
      name: names.province,
      sum: sumFollowUps(rows, rounds),
      parts,
    };
  }
  const name = districts[code];
  if (!name) return null;
  const rows = await listFollowUpsByOfficer(scope, { district: code, officer: null });
  const officers = await tx.officer.findMany({
    where: { id: { in: rows.flatMap(({ officerId }) => officerId ?? []) } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const parts = [...officers, { id: null, name: null }].map((officer) =>
    part(
      officer.id,
      officer.name,
      rows.filter(({ officerId }) => officerId === officer.id),
      new Map(),
    ),
  );
  return {
    ...base,
    district: code,
    name,
    sum: sumFollowUps(rows, rounds),
    parts: parts.filter(({ sum }) => sum.people > 0),
  };
}
export type FollowUps = NonNullable<Awaited<ReturnType<typeof getFollowUps>>>;
export type FollowUpPart = FollowUps["parts"][number];

function partOf(rounds: readonly NamedRound[]) {
  return (
    key: string | null,
    name: string | null,
    rows: readonly FollowUpRow[],
    ministry: Map<string, MinistryCounts>,
  ) => ({
    key,
    name,
    sum: sumFollowUps(rows, rounds),
    unreported: (key && ministry.get(key)?.unreported) || 0,
  });
}

/** The round that a page speaks of: the running one, else the one that ended last, which has no days left. */
export function roundShown(today: string, rounds: readonly NamedRound[]) {
  const ended = roundEnded(today, rounds);
  return roundNow(today, rounds) ?? (ended && { ...ended, daysLeft: null });
}

/**
 * How many holders in reach have no contact in the round that runs today, and in the one that ended last; null without such a
 * round.
 */
export async function countRounds(scope: Scoped, today: string) {
  const area = areaFor(scope.actor, "follow_up.view");
  if (!area) return { running: null, ended: null };
  if ("accountOfficerId" in area) {
    const own = { district: null, officer: scope.actor.id };
    return openIn(scope, await listFollowUpsByOfficer(scope, own), today);
  }
  const all = "districtCode" in area ? area : { provinceCode: area.provinceCode };
  return openIn(scope, await listFollowUpTally(scope, all), today);
}
export type CountedRounds = Awaited<ReturnType<typeof countRounds>>;

/** The same of a district or province, as its page's headline says it. */
export async function openRoundOf(
  scope: Scoped,
  area: { districtCode: string } | { provinceCode: string },
  today: string,
) {
  const { running } = openIn(scope, await listFollowUpTally(scope, area), today);
  return running && asHeadline(running);
}

/** The running round as a headline says it. */
export const asHeadline = ({ round, open }: NonNullable<CountedRounds["running"]>) => ({
  count: open,
  round: round.words.long,
});

function openIn({ ruleSets }: Scoped, rows: Parameters<typeof sumFollowUps>[0], today: string) {
  const rounds = roundsOf(rulesOn(ruleSets, today));
  const counted = (round: NamedRound | null) => {
    const [sum] = round ? sumFollowUps(rows, [round]).rounds : [];
    return round && sum ? { round, open: sum.open } : null;
  };
  return { running: counted(roundNow(today, rounds)), ended: counted(roundEnded(today, rounds)) };
}
