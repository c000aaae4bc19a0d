import { daysBetween, isIsoDate } from "@/domain/calendar";
import { calendarDays } from "@/domain/visit";
import { say } from "@/i18n/words";
import { listWaitingLong, type WaitingLong } from "@/server/caseload/waiting";
import { programmeDate } from "@/server/clock";
import { listTransfers, type Transfer } from "@/server/transfers/queries";
import { type CalendarEntry, listCalendar } from "@/server/visits/calendar";
import { dayCell, rowsAtOnce, type SheetMaker, tableSheet } from "./columns";

/** Requests to hand cases over: those that wait for the reader, and the others that the reader may see. */
export const transfersSheet: SheetMaker = async (scope, { view }) => {
  const { waiting, asked, answered } = await listTransfers(scope);
  return tableSheet<Transfer>(
    {
      state: ({ status }) => say(`transfers.status_${status}`),
      people: ({ people }) => people,
      requestedBy: ({ recordedBy }) => recordedBy.name,
      district: ({ from }) => from,
      to: ({ toOfficer, to }) => toOfficer?.name ?? to,
      words: ({ reason }) => reason,
      presentAddress: ({ presentAddress }) => presentAddress,
      requestedOn: ({ recordedOn }) => dayCell(recordedOn),
      answeredBy: ({ answeredBy }) => answeredBy?.name ?? null,
      answeredOn: ({ answeredOn }) => dayCell(answeredOn),
      officer: ({ givenOfficer }) => givenOfficer?.name ?? null,
      answerWords: ({ answerReason }) => answerReason,
    },
    view.waiting === "1" ? waiting : [...waiting, ...asked, ...answered],
  );
};

type Waiting = WaitingLong["rows"][number];

/** Holders of the cohort who have had no account officer for too long. */
export const waitingSheet: SheetMaker = async (scope) => {
  const today = await programmeDate(scope.tx);
  const rows: Waiting[] = [];
  for (let after: string | undefined | null; after !== null; ) {
    const page: WaitingLong = await listWaitingLong(scope, today, after, rowsAtOnce);
    rows.push(...page.rows);
    after = page.next;
  }
  return tableSheet<Waiting>(
    {
      name: ({ name }) => name,
      houseNo: ({ houseNo }) => houseNo,
      moo: ({ moo }) => moo,
      subdistrict: ({ subdistrict }) => subdistrict,
      waitingSince: ({ since }) => dayCell(since),
      waitingDays: ({ since }) => daysBetween(since, today),
    },
    rows,
  );
};

/** The calendar: overdue appointments first, then those of the days ahead; or one day. */
export const appointmentsSheet: SheetMaker = async (scope, { view }) => {
  const day = view.day && isIsoDate(view.day) ? view.day : null;
  const { today, appointments } = await listCalendar(scope, calendarDays, day);
  return tableSheet<CalendarEntry>(
    {
      meetOn: ({ meetOn }) => dayCell(meetOn),
      meetAt: ({ meetAt }) => meetAt,
      state: ({ meetOn }) => (meetOn < today ? say("visits.overdue") : null),
      name: ({ person }) => person.name,
      phone: ({ person }) => person.phone,
      meetPlace: ({ kind, placeName }) =>
        say("visits.where", { kind: kind ?? "none", place: placeName ?? "" }),
      houseNo: ({ person }) => person.houseNo,
      moo: ({ person }) => person.moo,
      subdistrict: ({ person }) => person.subdistrict,
    },
    appointments,
  );
};
