import { monthOf } from "@/domain/calendar";
import { type EntryKind, kindOf } from "@/domain/ledger";
import { type RunField, readRunFields } from "@/domain/month-run";
import { everyOneOff } from "@/domain/rules/sets";
import { formatThaiMonthShort } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { listDistrictNames } from "@/server/areas/queries";
import { decryptNationalId } from "@/server/holders/national-id";
import type { Scoped } from "@/server/scope";
import { type Cell, emptySheet, rowsAtOnce, type SheetMaker } from "./columns";

/** The file of a month run: one line for each entry that it booked, with the columns of the day on which it was sent. */
export const monthRunSheet: SheetMaker = async (scope, { file }) => {
  const sent = file
    ? await scope.tx.monthRunStep.findFirst({ where: { id: file, step: "sent" } })
    : null;
  if (!sent) return emptySheet;
  const fields = readRunFields(sent.fields);
  const { _sum } = await scope.tx.ledgerTally.aggregate({
    where: { runId: sent.runId },
    _sum: { entries: true },
  });
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return {
    headers: fields.map((field) => say(`runs.field_${field}`)),
    total: _sum.entries ?? 0,
    pages: (async function* () {
      for await (const entries of entriesOf(scope, sent.runId))
        for (let start = 0; start < entries.length; start += rowsAtOnce)
          yield await linesOf(scope, entries.slice(start, start + rowsAtOnce), fields, districts);
    })(),
  };
};

type Entry = {
  holderId: string;
  district: string;
  month: string;
  benefit: string;
  number: number;
  satang: bigint;
  rules: string;
};

/** Entries read at once: each reading looks at all that the run has booked. */
const entriesAtOnce = 20_000;

/** The entries of a run, district by district. */
async function* entriesOf({ tx }: Scoped, runId: string): AsyncGenerator<Entry[]> {
  let last = { district: "", holderId: noId, month: "0001-01-01", benefit: "", number: 0 };
  for (;;) {
    const entries = await tx.$queryRaw<Entry[]>`
      SELECT holder_id::text AS "holderId", district_code AS district, month::text, benefit, number::int, satang,
        rules_version AS rules
      FROM ledger_entry
      WHERE run_id = ${runId}::uuid AND (district_code, holder_id, month, benefit, number)
        > (${last.district}, ${last.holderId}::uuid, ${last.month}::date, ${last.benefit}, ${last.number}::smallint)
      ORDER BY district_code, holder_id, month, benefit, number LIMIT ${entriesAtOnce}`;
    yield entries;
    last = entries.at(-1) ?? last;
    if (entries.length < entriesAtOnce) return;
  }
}
const noId = "00000000-0000-0000-0000-000000000000";

async function linesOf(
  { tx, ruleSets }: Scoped,
  entries: readonly Entry[],
  fields: readonly RunField[],
  districts: Record<string, string>,
): Promise<Cell[][]> {
  const people = await tx.holder.findMany({
    where: { id: { in: entries.map(({ holderId }) => holderId) } },
    select: { id: true, title: true, firstName: true, lastName: true, nationalIdEnc: true },
  });
  const named = new Map(everyOneOff(ruleSets).map(({ list, name }) => [list, name]));
  const personOf = new Map(people.map((person) => [person.id, person]));
  return entries.map((entry) => {
    const person = personOf.get(entry.holderId);
    const cells: Record<RunField, Cell> = {
      nationalId: person ? decryptNationalId(person.nationalIdEnc, person.id) : null,
      title: person?.title ?? null,
      firstName: person?.firstName ?? null,
      lastName: person?.lastName ?? null,
      district: districts[entry.district] ?? entry.district,
      month: formatThaiMonthShort(monthOf(entry.month)),
      kind: kindNamed(kindOf(entry.number)),
      benefit: named.get(entry.benefit) ?? say("runs.topUp"),
      baht: Number(entry.satang) / 100,
      rules: entry.rules,
    };
    return fields.map((field) => cells[field]);
  });
}

const kindNamed = (kind: EntryKind) => say(`runs.kind_${kind}`);
