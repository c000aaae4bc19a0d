import { z } from "zod";
import { maskNationalId } from "@/domain/national-id";
import { listWhatIfPeople, readWhatIfPeople, type WhatIfPeople } from "@/server/what-if/people";
import {
  type Cell,
  cellsOf,
  headersOf,
  type PlainColumn,
  rowsAtOnce,
  type SheetMaker,
} from "./columns";

type Person = WhatIfPeople["people"][number];

const baht = (satang: bigint) => Number(satang / 100n);
const columns: Partial<Record<PlainColumn, (person: Person) => Cell>> = {
  nationalId: ({ holder }) => holder && maskNationalId(holder.nationalIdLast4),
  name: ({ holder }) => holder?.name ?? null,
  subdistrict: ({ holder }) => holder?.subdistrict.name ?? null,
  district: ({ holder }) => holder?.subdistrict.district.name ?? null,
  sumBefore: ({ before }) => baht(before),
  sumAfter: ({ after }) => baht(after),
  sumDifference: ({ before, after }) => baht(after - before),
};

/** Whose sum a checked version changes, as its page lists them; `view` is the address of the page with the version. */
export const rulePeopleSheet: SheetMaker = async (scope, { view: { version, ...given } }) => {
  const id = z.uuid().safeParse(version).data;
  const view = { ...readWhatIfPeople(given), after: null };
  const first = id ? await listWhatIfPeople(scope, id, view, rowsAtOnce) : null;
  async function* pages() {
    for (let list = first; id && list; ) {
      yield list.people.map((person) => cellsOf(columns, person));
      list = list.next
        ? await listWhatIfPeople(scope, id, { ...view, after: list.next }, rowsAtOnce)
        : null;
    }
  }
  return { headers: headersOf(columns), total: first?.counts[view.change] ?? 0, pages: pages() };
};
