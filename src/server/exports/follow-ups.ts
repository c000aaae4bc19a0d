import { attemptsInRound } from "@/domain/follow-up";
import { maskNationalId } from "@/domain/national-id";
import { phoneOf } from "@/domain/phone";
import { type NamedRound, roundsOf } from "@/domain/rules/rounds";
import { rulesOn } from "@/domain/rules/sets";
import { say } from "@/i18n/words";
import { holdersMatching } from "@/server/caseload/matching";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { countedForRound, dayOfRound, roundShown } from "@/server/follow-ups/queries";
import type { Prisma } from "@/server/generated/prisma/client";
import { phoneColumns } from "@/server/holders/phone";
import { fullName } from "@/server/holders/search";
import {
  listMinistry,
  type MinistryList,
  readMinistryKind,
  readMinistryState,
} from "@/server/ministry/queries";
import { holdersFor } from "@/server/scope";
import {
  type Cell,
  cellsOf,
  dayCell,
  eachByName,
  everyPage,
  headersOf,
  type PlainColumn,
  rowsAtOnce,
  type SheetMaker,
  tableSheet,
} from "./columns";

const select = {
  title: true,
  firstName: true,
  lastName: true,
  nationalIdLast4: true,
  visitHouseNo: true,
  visitMoo: true,
  id: true,
  searchName: true,
  ...phoneColumns,
  subdistrict: { select: { name: true } },
  correctedSubdistrict: { select: { name: true } },
  district: { select: { name: true } },
  accountOfficer: { select: { name: true } },
  followUp: true,
  appointments: { where: { status: "planned" }, select: { meetOn: true } },
  contacts: { where: countedForRound, select: { round: true, contactedOn: true } },
  attempts: { select: { attemptedOn: true } },
} satisfies Prisma.HolderSelect;
type Person = Prisma.HolderGetPayload<{ select: typeof select }>;

const date = (value: Date | null | undefined): Cell =>
  dayCell(value ? fromDateColumn(value) : null);

const dayIn = (round: NamedRound, { followUp, contacts }: Person) =>
  followUp && dayOfRound(round, followUp.agreedOn, contacts);

type PeopleColumns = Partial<Record<PlainColumn, (person: Person) => Cell>>;
const peopleColumns: PeopleColumns = {
  nationalId: ({ nationalIdLast4 }) => maskNationalId(nationalIdLast4),
  name: ({ title, firstName, lastName }) => fullName(title, firstName, lastName),
  phone: phoneOf,
  houseNo: ({ visitHouseNo }) => visitHouseNo,
  moo: ({ visitMoo }) => visitMoo,
  subdistrict: ({ correctedSubdistrict, subdistrict }) =>
    (correctedSubdistrict ?? subdistrict).name,
  district: ({ district }) => district.name,
  officer: ({ accountOfficer }) => accountOfficer?.name ?? null,
  agreedOn: ({ followUp }) => date(followUp?.agreedOn),
  contacts: ({ followUp }) => followUp?.contacts ?? 0,
  lastContactOn: ({ followUp }) => date(followUp?.lastContactOn),
  nextOn: ({ appointments: [planned] }) => date(planned?.meetOn),
};
const resultColumns: PeopleColumns = {
  incomeThen: ({ followUp }) => followUp?.incomeThen ?? null,
  incomeNow: ({ followUp }) => followUp?.incomeNow ?? null,
  projects: ({ followUp }) => followUp?.projects ?? null,
  takenUp: ({ followUp }) => followUp?.takenUp ?? null,
};

/** Of the round that is spoken of: how often somebody could not be reached, and when last. */
function attemptColumns(round: NamedRound | null): PeopleColumns {
  const tried = ({ attempts }: Person) =>
    round &&
    attemptsInRound(
      round,
      attempts.map(({ attemptedOn }) => ({ attemptedOn: fromDateColumn(attemptedOn) })),
    );
  return {
    attempts: (person) => tried(person)?.count ?? null,
    lastAttemptOn: (person) => dayCell(tried(person)?.lastOn ?? null),
  };
}

/** Holders with a followed-up plan who match the filter; those due in the round if the filter says so. */
export const followUpsSheet: SheetMaker = async (scope, { filter }) => {
  const today = await programmeDate(scope.tx);
  const rounds = roundsOf(rulesOn(scope.ruleSets, today));
  const attempts = attemptColumns(roundShown(today, rounds));
  const where = {
    AND: [
      holdersFor(scope.actor, "follow_up.view"),
      holdersMatching(scope, { ...filter, plan: "active" as const }),
    ],
  };
  return {
    headers: [
      ...headersOf(peopleColumns),
      ...rounds.map(({ words }) => words.name),
      ...headersOf(attempts),
      ...headersOf(resultColumns),
    ],
    total: await scope.tx.holder.count({ where }),
    pages: (async function* () {
      for await (const people of eachByName<Person>((page) =>
        scope.tx.holder.findMany({ ...page, where: { AND: [where, page.where] }, select }),
      ))
        yield people.map((person) => [
          ...cellsOf(peopleColumns, person),
          ...rounds.map((round) => dayCell(dayIn(round, person))),
          ...cellsOf(attempts, person),
          ...cellsOf(resultColumns, person),
        ]);
    })(),
  };
};

type Entry = MinistryList["rows"][number];

/** Entries in one state, of one kind or all, of being entered in the Ministry's database. */
export const ministryEntriesSheet: SheetMaker = async (scope, { view }) => {
  const state = readMinistryState(view.state);
  const kind = readMinistryKind(view.kind);
  const district = view.district ?? null;
  const rows = await everyPage(
    async (page) =>
      (await listMinistry(scope, { state, kind, district, page }, rowsAtOnce))?.rows ?? [],
  );
  return tableSheet<Entry>(
    {
      name: ({ name }) => name,
      kind: ({ shownKind }) => say(`ministry.kind_${shownKind}`),
      contactedOn: ({ occurredOn }) => dayCell(occurredOn),
      officer: ({ officer }) => officer,
      state: (row) => say(`ministry.state_${row.state}`),
      reportedOn: ({ stateOn }) => dayCell(stateOn),
      reportedBy: ({ stateBy }) => stateBy,
      file: ({ file }) => file,
      reason: ({ reason }) => reason,
    },
    rows,
  );
};
