import { type IsoMonth, monthOf } from "@/domain/calendar";
import { everyOneOff } from "@/domain/rules/sets";
import { isoDays } from "@/server/iso-days";
import type { Scoped } from "@/server/scope";
import type { RunRow } from "./queries";

/** People who are due something of a month, and the sum in satang. */
export type Booked = { people: number; satang: bigint };

type Line = {
  district: string;
  band: string;
  month: IsoMonth;
  kind: "entitlement" | "difference";
  benefit: string;
  satang: bigint;
  entries: number;
};

/**
 * What a run has booked: of the top-up of its own month by district and band, of earlier months, what letters give once, and the
 * differences; from its counters.
 */
export async function totalsOfRun(scope: Scoped, run: RunRow, before: RunRow | null) {
  const everything = await linesOf(scope, run);
  const lines = everything.filter(ofTopUp);
  const own = await ownMonth(scope, run, lines);
  const earlier = before
    ? await ownMonth(scope, before, (await linesOf(scope, before)).filter(ofTopUp))
    : [];
  const once = onceOf(
    scope,
    everything.filter((line) => !ofTopUp(line)),
  );
  const late = lines.filter(({ kind, month }) => kind === "entitlement" && month !== run.month);
  const differences = everything.filter(({ kind }) => kind === "difference");
  return {
    thisMonth: sumOf(own),
    before: before && sumOf(earlier),
    districts: sideBySide(own, earlier, ({ district }) => district),
    bands: sideBySide(own, earlier, ({ band }) => band),
    rates: ratesOf(
      lines.filter(({ kind, month }) => kind === "entitlement" && month === run.month),
    ),
    late: countOf(late),
    differences: {
      less: countOf(differences.filter(({ satang }) => satang < 0n)),
      more: countOf(differences.filter(({ satang }) => satang > 0n)),
    },
    once,
    /** Whoever has an entry that stands; without a list those are who have one of the month. */
    people: once.length > 0 ? await countPeople(scope, run) : sumOf(own).people,
    all: countOf(everything),
  };
}
export type RunTotals = Awaited<ReturnType<typeof totalsOfRun>>;

const ofTopUp = ({ benefit }: Line) => benefit === "top_up";

/** What the run booked to the persons of each list, as the letters name it. */
function onceOf({ ruleSets }: Scoped, lines: readonly Line[]) {
  return everyOneOff(ruleSets).flatMap(({ list, name, month, baht }) => {
    const booked = lines.filter(({ benefit, kind }) => benefit === list && kind === "entitlement");
    return booked.length === 0 ? [] : [{ list, name, month, baht, ...countOf(booked) }];
  });
}

/** People to whom a run booked something in all. */
async function countPeople({ tx }: Scoped, { id }: RunRow): Promise<number> {
  const [row] = await tx.$queryRaw<{ people: number }[]>`
    SELECT count(*)::int AS people FROM (
      SELECT FROM ledger_entry WHERE run_id = ${id}::uuid GROUP BY holder_id HAVING sum(satang) > 0) p`;
  return row?.people ?? 0;
}

async function linesOf({ tx }: Scoped, { id }: RunRow): Promise<Line[]> {
  const rows = isoDays(await tx.ledgerTally.findMany({ where: { runId: id } }));
  return rows.map(({ districtCode, incomeBand, month, kind, benefit, satang, entries }) => ({
    district: districtCode,
    band: incomeBand,
    month: monthOf(month),
    kind,
    benefit,
    satang,
    entries,
  }));
}

type Part = Booked & { district: string; band: string };

/** What is booked of the run's own month: people whose month was booked back in the same run are not among them. */
async function ownMonth({ tx }: Scoped, run: RunRow, lines: readonly Line[]): Promise<Part[]> {
  const own = lines.filter(({ month }) => month === run.month);
  const parts = own.map(({ district, band, kind, satang, entries }) => ({
    ...{ district, band },
    people: kind === "entitlement" ? entries : 0,
    satang: satang * BigInt(entries),
  }));
  if (own.every(({ kind }) => kind === "entitlement")) return parts;
  const gone = await tx.$queryRaw<{ district: string; band: string; people: number }[]>`
    SELECT d.district_code AS district, h.income_band AS band, count(*)::int AS people
    FROM (SELECT l.holder_id, max(l.district_code) AS district_code FROM ledger_entry l
        WHERE l.run_id = ${run.id}::uuid AND l.kind = 'difference' AND l.benefit = 'top_up' AND l.month = ${`${run.month}-01`}::date GROUP BY 1) d
      JOIN holder h ON h.id = d.holder_id
    WHERE (SELECT sum(e.satang) FROM ledger_entry e
      WHERE e.holder_id = d.holder_id AND e.benefit = 'top_up' AND e.month = ${`${run.month}-01`}::date AND e.run_id = ${run.id}::uuid) = 0
    GROUP BY 1, 2`;
  return [...parts, ...gone.map((each) => ({ ...each, people: -each.people, satang: 0n }))];
}

const sumOf = (parts: readonly Booked[]): Booked => ({
  people: parts.reduce((sum, { people }) => sum + people, 0),
  satang: parts.reduce((sum, { satang }) => sum + satang, 0n),
});

const countOf = (lines: readonly Line[]) => ({
  entries: lines.reduce((sum, { entries }) => sum + entries, 0),
  satang: lines.reduce((sum, { entries, satang }) => sum + satang * BigInt(entries), 0n),
});

/** How many get which amount of the month, the larger amount first. */
function ratesOf(lines: readonly Line[]) {
  const rates = new Map<bigint, number>();
  for (const { satang, entries } of lines) rates.set(satang, (rates.get(satang) ?? 0) + entries);
  return [...rates]
    .map(([satang, people]) => ({ satang, people }))
    .sort((one, next) => Number(next.satang - one.satang));
}

/** The sums of two months side by side, by what `of` says. */
function sideBySide(own: readonly Part[], before: readonly Part[], of: (part: Part) => string) {
  const keys = [...new Set([...own, ...before].map(of))].sort();
  return keys.map((key) => ({
    key,
    now: sumOf(own.filter((part) => of(part) === key)),
    before: sumOf(before.filter((part) => of(part) === key)),
  }));
}

/** What is due of a month now, in the actor's province: a run that is open has booked the same. */
export async function dueNow({ tx, actor }: Scoped, month: IsoMonth): Promise<Booked> {
  const day = `${month}-01`;
  const [row] = await tx.$queryRaw<{ people: bigint; satang: bigint }[]>`
    SELECT coalesce(sum(people), 0)::bigint AS people, coalesce(sum(people * satang_a_month), 0)::bigint AS satang
    FROM entitlement_tally
    WHERE province_code = ${actor.provinceCode ?? ""} AND first_month <= ${day}::date AND last_month >= ${day}::date`;
  return { people: Number(row?.people ?? 0n), satang: row?.satang ?? 0n };
}
