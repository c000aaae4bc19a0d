import { type ProjectAgency, projectAgencies } from "@/domain/agencies";
import { type SentState, sentStates } from "@/domain/figures/take-up";
import { goalOf, type PackArea, type PackBlocks, type PackContents } from "@/domain/pack";
import {
  formatThaiDateShort,
  formatThaiMonthOfYear,
  formatThaiMonthShort,
} from "@/domain/thai-dates";
import { say } from "@/i18n/words";

/** A cell: null is not known (ไม่มีข้อมูล), "" is nothing to say. A day is ISO, a share is a part of 1. */
export type PackCell = string | number | null;
export type PackColumn = {
  header: string;
  kind: "text" | "number" | "signed" | "decimal" | "share" | "day";
  /** Characters. */
  width: number;
};

export const packSheets = [
  "indicators",
  "districts",
  "subdistricts",
  "followUp",
  "results",
  "projects",
  "agencies",
  "money",
  "trend",
] as const;
export type PackSheet = (typeof packSheets)[number];

/** One table of a pack, the same on a sheet and on a page. */
export type PackTable = {
  sheet: PackSheet;
  title: string;
  note: string | null;
  columns: readonly PackColumn[];
  rows: readonly (readonly PackCell[])[];
  total: readonly PackCell[] | null;
  /** Nothing is known of it that day. */
  unknown: boolean;
  /** Its picture: of which columns, beside each other or as lines over the first. */
  chart: { kind: "bars" | "lines"; title: string; columns: readonly number[] } | null;
};

/** The tables of a pack in their order; a district has none of districts, a pack that is of no round none of follow-up. */
export function packTables(pack: PackContents): PackTable[] {
  return [
    indicatorsTable(pack),
    ...(pack.districts.length > 0 ? [districtsTable(pack)] : []),
    subdistrictsTable(pack),
    ...(pack.followUp ? [followUpTable(pack, pack.followUp), resultsTable(pack.followUp)] : []),
    projectsTable(pack),
    agenciesTable(pack),
    moneyTable(pack),
    trendTable(pack),
  ];
}

const text = (header: string, width: number): PackColumn => ({ header, kind: "text", width });
const number = (header: string, width = 11): PackColumn => ({ header, kind: "number", width });
const share = (header: string, width = 11): PackColumn => ({ header, kind: "share", width });

const shareOf = (part: number, whole: number) => (whole === 0 ? null : part / whole);

/** A cell as paper writes it. */
export function wordsOf(cell: PackCell, kind: PackColumn["kind"]): string {
  if (cell === null) return say("packWords.noData");
  if (typeof cell === "string") return kind === "day" ? formatThaiDateShort(cell) : cell;
  const number = (value: number) => value.toLocaleString("en-US");
  if (kind === "share") return `${(cell * 100).toFixed(1)}%`;
  if (kind === "decimal") return cell.toFixed(1);
  return kind === "signed" && cell > 0 ? `+${number(cell)}` : number(cell);
}

/** A number of a day and what it is of; null: not known, and no target. */
type Measured = { result: number; target: number | null } | null;

/** Of the whole area: target, result, per cent, and the same of the day beside. */
function indicatorsTable(pack: PackContents): PackTable {
  return {
    sheet: "indicators",
    title: say("packWords.title_indicators"),
    note: null,
    columns: [
      text(say("packWords.col_indicator"), 34),
      number(say("packWords.col_target")),
      number(say("packWords.col_result")),
      share(say("packWords.col_rate")),
      number(beforeHeader(pack), 16),
      share(rateBeforeHeader(pack), 16),
      { header: say("packWords.col_change"), kind: "signed", width: 10 },
    ],
    rows: indicatorRows(pack),
    total: null,
    unknown: false,
    chart: null,
  };
}

function indicatorRows(pack: PackContents): PackCell[][] {
  const { now, before } = pack.whole;
  const both = (words: string, of: (blocks: PackBlocks) => number, hasTarget: boolean) => {
    const at = (blocks: PackBlocks | null): Measured =>
      blocks && { result: of(blocks), target: hasTarget ? goalOf(blocks) : null };
    return measuredRow(words, at(now), at(before));
  };
  const bare = (result: number | null): Measured =>
    result === null ? null : { result, target: null };
  return [
    both(say("packWords.ind_answered"), ({ answered }) => answered, true),
    measuredRow(
      say("packWords.ind_interviewed"),
      bare(pack.interviewed),
      bare(pack.interviewedBefore),
    ),
    both(say("packWords.ind_metWaiting"), ({ metWaiting }) => metWaiting, true),
    both(say("packWords.ind_toMeet"), ({ toMeet }) => toMeet, true),
    measuredRow(say("packWords.ind_away"), bare(pack.away), bare(pack.awayBefore)),
    both(say("packWords.ind_released"), ({ released }) => released, false),
    both(say("packWords.ind_everyone"), ({ total }) => total, false),
  ];
}

function measuredRow(words: string, now: Measured, before: Measured): PackCell[] {
  const rate = ({ result, target }: NonNullable<Measured>) =>
    target === null ? "" : shareOf(result, target);
  return [
    words,
    ...(now ? [now.target ?? "", now.result, rate(now)] : unknownCells(3)),
    ...(before ? [before.result, rate(before)] : unknownCells(2)),
    now && before ? now.result - before.result : null,
  ];
}

const beforeHeader = ({ before }: PackContents) =>
  before
    ? say("packWords.col_before", { day: formatThaiDateShort(before) })
    : say("packWords.col_beforeNone");
const rateBeforeHeader = ({ before }: PackContents) =>
  before
    ? say("packWords.col_rateBefore", { day: formatThaiDateShort(before) })
    : say("packWords.col_rateBeforeNone");

/** The columns of an area's ทุกคน, after its name. */
const areaColumns = (pack: PackContents): PackColumn[] => [
  number(say("packWords.col_target")),
  number(say("packWords.col_answered")),
  share(say("packWords.col_rate"), 9),
  number(beforeHeader(pack), 14),
  share(rateBeforeHeader(pack), 14),
  { header: say("packWords.col_change"), kind: "signed", width: 8 },
  number(say("packWords.col_metWaiting"), 12),
  number(say("packWords.col_toMeet"), 9),
  number(say("packWords.col_released"), 11),
];
const speedColumns = (): PackColumn[] => [
  { header: say("packWords.col_recent"), kind: "decimal", width: 9 },
  number(say("packWords.col_needed"), 9),
  text(say("packWords.col_end"), 20),
];

/** So many cells of what is not known. */
const unknownCells = (count: number): PackCell[] => Array.from({ length: count }, () => null);

function areaCells({ now, before }: Pick<PackArea, "now" | "before">): PackCell[] {
  const answered = ({ answered, ...rest }: PackBlocks) => [
    answered,
    shareOf(answered, goalOf({ answered, ...rest })),
  ];
  return [
    ...(now ? [goalOf(now), ...answered(now)] : unknownCells(3)),
    ...(before ? answered(before) : unknownCells(2)),
    now && before ? now.answered - before.answered : null,
    ...(now ? [now.metWaiting, now.toMeet, now.released] : unknownCells(3)),
  ];
}

function speedCells({ speed }: PackArea): PackCell[] {
  if (!speed) return [null, null, null];
  return [speed.recentPerDay, speed.neededPerDay, endWords(speed.end)];
}

/** When an area will be finished, in a word or a day. */
export const endWords = ({ says, day }: NonNullable<PackArea["speed"]>["end"]) =>
  says === "on_time" || says === "late"
    ? say(`packWords.end_${says}`, { day: day ? formatThaiDateShort(day) : "" })
    : say(`packWords.end_${says}`);

function districtsTable(pack: PackContents): PackTable {
  return {
    sheet: "districts",
    title: say("packWords.title_districts"),
    note: null,
    columns: [text(say("packWords.col_district"), 18), ...areaColumns(pack), ...speedColumns()],
    rows: pack.districts.map((area) => [area.name, ...areaCells(area), ...speedCells(area)]),
    total: [say("packWords.total"), ...areaCells(pack.whole), ...speedCells(pack.whole)],
    unknown: false,
    chart: { kind: "bars", title: say("packWords.chart_rate"), columns: [3] },
  };
}

/** Of a district with how fast each goes on; of a province its subdistricts under their districts. */
function subdistrictsTable(pack: PackContents): PackTable {
  const own = pack.districtCode !== null;
  const known = pack.subdistricts.some(({ now }) => now);
  return {
    sheet: "subdistricts",
    title: say("packWords.title_subdistricts"),
    note: null,
    columns: [
      ...(own ? [] : [text(say("packWords.col_district"), 14)]),
      text(say("packWords.col_subdistrict"), 18),
      ...areaColumns(pack),
      ...(own ? speedColumns() : []),
    ],
    rows: pack.subdistricts.map((area) => [
      ...(own ? [] : [area.district]),
      area.name,
      ...areaCells(area),
      ...(own ? speedCells(area) : []),
    ]),
    total: [
      say("packWords.total"),
      ...(own ? [] : [""]),
      ...areaCells(pack.whole),
      ...(own ? speedCells(pack.whole) : []),
    ],
    unknown: !known,
    chart: own ? { kind: "bars", title: say("packWords.chart_rate"), columns: [3] } : null,
  };
}

type FollowUp = NonNullable<PackContents["followUp"]>;

function followUpTable(pack: PackContents, { names, areas, whole }: FollowUp): PackTable {
  const line = (name: string, { now, before }: FollowUp["whole"]): PackCell[] => [
    name,
    now.asked,
    now.done,
    shareOf(now.done, now.asked),
    now.open,
    ...(before ? [before.done, shareOf(before.done, before.asked)] : unknownCells(2)),
  ];
  const own = pack.districtCode !== null;
  return {
    sheet: "followUp",
    title: say("packWords.title_followUp", { round: names.now }),
    note: null,
    columns: [
      text(say("packWords.col_district"), 20),
      number(say("packWords.col_asked"), 12),
      number(say("packWords.col_done"), 12),
      share(say("packWords.col_rate")),
      number(say("packWords.col_open"), 14),
      number(names.before ?? say("packWords.col_beforeNone"), 18),
      share(say("packWords.col_rateBeforeNone"), 16),
    ],
    rows: own ? [line(pack.whole.name, whole)] : areas.map((area) => line(area.name, area)),
    total: own ? null : line(say("packWords.total"), whole),
    unknown: false,
    chart: own ? null : { kind: "bars", title: say("packWords.col_rate"), columns: [3] },
  };
}

function resultsTable(results: FollowUp): PackTable {
  const people = say("packWords.unit_people");
  const { income } = results;
  const dose = [
    "packWords.res_dose0",
    "packWords.res_dose1",
    "packWords.res_dose2",
    "packWords.res_dose3",
  ] as const;
  const of = (count: number, asked: boolean) => (asked ? count : null);
  const asked = results.contacts > 0;
  return {
    sheet: "results",
    title: say("packWords.title_results"),
    note: say("packWords.note_results"),
    columns: [
      text(say("packWords.col_item"), 46),
      number(say("packWords.col_count"), 16),
      text(say("packWords.col_unit"), 16),
    ],
    rows: [
      [say("packWords.res_people"), results.people, people],
      [say("packWords.res_contacts"), results.contacts, say("packWords.unit_times")],
      ...results.dose.map((each): PackCell[] => [
        say(dose[each.contacts] ?? "packWords.res_dose3"),
        each.people,
        people,
      ]),
      [say("packWords.res_incomePeople"), of(income?.people ?? 0, asked), people],
      [say("packWords.res_incomeBefore"), income?.before ?? null, say("packWords.unit_bahtEach")],
      [say("packWords.res_incomeNow"), income?.now ?? null, say("packWords.unit_bahtEach")],
      [say("packWords.res_incomeUp"), income?.up ?? null, people],
      [say("packWords.res_jobs"), of(results.jobs, asked), people],
      [say("packWords.res_loans"), of(results.loans, asked), people],
      [say("packWords.res_loanBaht"), of(results.loanBaht, asked), say("packWords.unit_baht")],
      [say("packWords.res_trained"), of(results.trained, asked), people],
      [say("packWords.res_hours"), of(results.trainingHours, asked), say("packWords.unit_hours")],
      [
        say("packWords.res_takenUp", { projects: results.projects }),
        of(results.takenUp, asked),
        say("packWords.unit_projects"),
      ],
    ],
    total: null,
    unknown: false,
    chart: null,
  };
}

function projectsTable({ projects }: PackContents): PackTable {
  const rows = projects ?? [];
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((all, row) => all + of(row), 0);
  return {
    sheet: "projects",
    title: say("packWords.title_projects"),
    note: say("packWords.note_projects"),
    columns: [
      text(say("packWords.col_project"), 40),
      number(say("packWords.col_chosen"), 10),
      number(say("packWords.col_sent"), 9),
      ...sentStates.map((state) => number(stateWords(state), 11)),
      { header: say("packWords.col_days"), kind: "decimal", width: 13 },
      number(say("packWords.col_places"), 13),
      number(say("packWords.col_taken"), 13),
    ],
    rows: rows.map(({ name, chosen, sent, states, days, places }) => [
      ...[name, chosen, sent],
      ...sentStates.map((state) => states[state]),
      days ? days.median : null,
      places ? places.places : null,
      places ? places.taken : null,
    ]),
    total: [
      say("packWords.total"),
      sum(({ chosen }) => chosen),
      sum(({ sent }) => sent),
      ...sentStates.map((state) => sum(({ states }) => states[state])),
      ...["", "", ""],
    ],
    unknown: projects === null,
    chart:
      rows.length > 0 ? { kind: "bars", title: say("packWords.chart_sent"), columns: [2] } : null,
  };
}

const stateWords = (state: SentState) => say(`takeUp.state_${state}`);

const ages = ["to_7", "to_14", "to_30", "over_30"] as const;

function agenciesTable({ agencies }: PackContents): PackTable {
  const rows = agencies ?? [];
  const waiting = ({ ages: of }: (typeof rows)[number]) =>
    ages.reduce((all, age) => all + of[age], 0);
  return {
    sheet: "agencies",
    title: say("packWords.title_agencies"),
    note: null,
    columns: [
      text(say("packWords.col_agency"), 44),
      number(say("packWords.col_waiting"), 12),
      ...ages.map((age) => number(say(`takeUp.age_${age}`), 12)),
    ],
    rows: rows.map((row) => [
      projectAgencies[row.agency as ProjectAgency]?.full ?? row.agency,
      waiting(row),
      ...ages.map((age) => row.ages[age]),
    ]),
    total: [
      say("packWords.total"),
      rows.reduce((all, row) => all + waiting(row), 0),
      ...ages.map((age) => rows.reduce((all, row) => all + row.ages[age], 0)),
    ],
    unknown: agencies === null,
    chart: null,
  };
}

/** What is due by the rules; of a province by district, then by amount, then what the rest would add. */
function moneyTable({ money, whole }: PackContents): PackTable {
  const area = money && money.parts.length > 0;
  return {
    sheet: "money",
    title: say("packWords.title_money"),
    note: say("packWords.note_money"),
    columns: [
      text(area ? say("packWords.col_district") : say("packWords.col_item"), 44),
      number(say("packWords.col_people"), 12),
      number(
        say("packWords.col_monthBaht", { month: money ? formatThaiMonthShort(money.month) : "" }),
        26,
      ),
      number(
        say("packWords.col_totalBaht", { until: money ? formatThaiMonthOfYear(money.until) : "" }),
        32,
      ),
    ],
    rows: money
      ? [
          ...money.parts.map(({ name, people, monthBaht, totalBaht }) => [
            ...[name, people, monthBaht, totalBaht],
          ]),
          ...(area
            ? []
            : money.rates.map(({ rate, people }) => [
                say("packWords.money_rate", { rate }),
                people,
                "",
                "",
              ])),
        ]
      : [],
    total: money && [
      area ? say("packWords.total") : whole.name,
      money.people,
      money.monthBaht,
      money.totalBaht,
    ],
    unknown: money === null,
    chart: area
      ? {
          kind: "bars",
          title: say("packWords.col_totalBaht", { until: formatThaiMonthOfYear(money.until) }),
          columns: [3],
        }
      : null,
  };
}

const oneDay = 86_400_000;

/** Answers that are needed by each day: the straight line to the goal on the last day of the home visits. */
function neededOn({ needed, goal, until }: PackContents["trend"], day: string): PackCell {
  if (!needed || day < needed.from) return "";
  const days = (to: string) => (Date.parse(to) - Date.parse(needed.from)) / oneDay;
  if (days(until) <= 0) return goal;
  const reached = needed.answered + ((goal - needed.answered) * days(day)) / days(until);
  return Math.min(goal, Math.round(reached));
}

function trendTable({ trend }: PackContents): PackTable {
  return {
    sheet: "trend",
    title: say("packWords.title_trend"),
    note: say("packWords.note_trend", { until: formatThaiDateShort(trend.until) }),
    columns: [
      { header: say("packWords.col_day"), kind: "day", width: 16 },
      number(say("packWords.col_answered"), 14),
      number(say("packWords.col_met"), 14),
      number(say("packWords.col_neededLine"), 14),
      number(say("packWords.col_target"), 14),
    ],
    rows: trend.days.map(({ day, answered, met, goal }) => [
      ...[day, answered, met],
      neededOn(trend, day),
      goal,
    ]),
    total: null,
    unknown: false,
    chart: { kind: "lines", title: say("packWords.chart_trend"), columns: [1, 2, 3] },
  };
}
