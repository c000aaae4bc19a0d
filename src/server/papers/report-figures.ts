import { monthOf } from "@/domain/calendar";
import type { PaperBlock } from "@/domain/official-paper";
import { fewestForRate, hasBegun, type Known, resultsOf } from "@/domain/results";
import { formatThaiMonth, formatThaiMonthOfYear } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import type { ReportView } from "@/server/reports/queries";

type Shown = NonNullable<ReportView["figures"]>;
/** Of the running month; the figures of one that has ended are only those that were kept. */
type Figures = Exclude<Shown, { kept: unknown }>;
/** Of how many, how many; null where nobody set a target, or where nothing can be known yet: that is never 0. */
type Line = { item: string; target: number | null; result: number | string; rate?: string };

const n = (number: number) => number.toLocaleString("en-US");
const none = "–";

/** The part in a hundred with two decimals, as reports of the state write it. */
export function rateOf(part: number, whole: number): string {
  return whole === 0 ? none : ((part / whole) * 100).toFixed(2);
}

function coverageLines(coverage: Figures["coverage"]): Line[] {
  const { total } = coverage;
  /** A part of ทุกคน that nobody aims at: its rate is of them all, and it has no target. */
  const part = (item: string, result: number): Line => ({
    item,
    target: null,
    result,
    rate: rateOf(result, total),
  });
  if ("met" in coverage)
    return [
      { item: say("reports.figMet"), target: total, result: coverage.met },
      part(say("reports.figToMeetThen"), coverage.toMeet),
      part(say("reports.figReleased"), coverage.released),
    ];
  return [
    { item: say("reports.figAnswered"), target: total, result: coverage.answered },
    { item: say("reports.figInterviewed"), target: null, result: coverage.interviewed },
    part(say("reports.figMetWaiting"), coverage.metWaiting),
    part(say("reports.figToMeet", { away: n(coverage.away) }), coverage.toMeet),
    part(say("reports.figReleased"), coverage.released),
  ];
}

/** Reports of before holders could be registered do not say it. */
function besideLines({ awaiting }: Figures): Line[] {
  return awaiting === undefined
    ? []
    : [{ item: say("reports.figAwaiting"), target: null, result: awaiting }];
}

/** Reports of before do not say what is due. */
function dueLines({ due }: Figures): Line[] {
  if (!due) return [];
  const line = (item: string, result: number): Line => ({ item, target: null, result });
  return [
    ...due.rates.map(({ rate, people }) =>
      line(say("reports.figDueRate", { baht: n(rate) }), people),
    ),
    line(say("reports.figDueMonth", { month: formatThaiMonth(due.month) }), due.monthBaht),
    line(say("reports.figDueTotal", { month: formatThaiMonthOfYear(due.until) }), due.totalBaht),
  ];
}

function followUpLines({ asOf, people, contacts, dose, rounds }: Figures): Line[] {
  return [
    { item: say("reports.figPlans"), target: null, result: people },
    {
      item: say("reports.figContacted", { contacts: n(contacts) }),
      target: people,
      result: people - dose[0],
    },
    ...rounds.map(({ name, from, asked, done }): Line => {
      const item = say("reports.figRound", { name });
      return !hasBegun({ from }, asOf)
        ? { item, target: asked, result: say("reports.figNotYet"), rate: none }
        : { item, target: asked, result: done };
    }),
  ];
}

/** Where nobody told both incomes there is no mean; reports of before kept 0 for it. */
function incomeLine({ people, before, now, up }: Figures["income"]): Line {
  if (people === 0 || before === null || now === null)
    return {
      item: say("reports.figIncomeNone"),
      target: null,
      result: say("reports.figUnknown"),
    };
  const item = say("reports.figIncome", { before: n(before), now: n(now) });
  return people < fewestForRate
    ? fewLine(item, { count: up, of: people })
    : { item, target: people, result: up };
}

/** Of so few answers a rate would say more than is known. */
const fewLine = (item: string, { count, of }: NonNullable<Known>): Line => ({
  item,
  target: null,
  result: say("reports.figOfAnswers", { count: n(count), of: n(of) }),
});

/** A result of those who were asked; it has no target, for nobody aims at a number of them. */
function askedLine(item: string, known: Known): Line {
  if (!known) return { item, target: null, result: say("reports.figUnknown") };
  if (known.of < fewestForRate) return fewLine(item, known);
  return { item, target: null, result: known.count, rate: rateOf(known.count, known.of) };
}

/** A sum over those who were asked: not known where nobody was. */
const sumLine = (item: string, known: Known, sum: number): Line => ({
  item,
  target: null,
  result: known ? sum : say("reports.figUnknown"),
});

function resultLines(figures: Figures): Line[] {
  const { takers, takenUp, projects, loanBaht, trainingHours, ministry } = figures;
  const { jobs, loans, trained } = resultsOf(figures);
  return [
    {
      item: say("reports.figTakenUp", { takers: n(takers) }),
      target: projects,
      result: takenUp,
    },
    incomeLine(figures.income),
    askedLine(say("reports.figJobs"), jobs),
    askedLine(say("reports.figLoans"), loans),
    sumLine(say("reports.figLoanBaht"), loans, loanBaht),
    askedLine(say("reports.figTrained"), trained),
    sumLine(say("reports.figTrainingHours"), trained, trainingHours),
    {
      item: say("reports.figMinistry", { bounced: n(ministry.bounced) }),
      target: ministry.reported + ministry.unreported + ministry.bounced,
      result: ministry.reported,
    },
  ];
}

/** ทุกคน by subdistrict or district with their sum; null where the report does not have them. */
export function areasTable(kept: Shown): Extract<PaperBlock, { kind: "table" }> | null {
  const areas = "areas" in kept ? kept.areas : undefined;
  if (!areas?.length) return null;
  const figures = ["total", "answered", "metWaiting", "toMeet", "released"] as const;
  const sum = (figure: (typeof figures)[number]) =>
    areas.reduce((total, area) => total + area[figure], 0);
  return {
    kind: "table",
    caption: say("reports.annexAreas"),
    head: [
      say("papers.order"),
      say("reports.area"),
      say("district.mustReach"),
      say("district.answered"),
      say("district.met_waiting"),
      say("district.to_meet"),
      say("district.released"),
    ],
    rows: [
      ...areas.map((area, index) => [
        String(index + 1),
        area.name,
        ...figures.map((figure) => n(area[figure])),
      ]),
      ["", say("exports.col_total"), ...figures.map((figure) => n(sum(figure)))],
    ],
  };
}

/** How the month of a report is called: on paper "this month" would be the month in which it is read. */
const monthNamed = ({ asOf }: Pick<Shown, "asOf">) => formatThaiMonth(monthOf(asOf));

function belowLines({ asOf, below }: Shown): Line[] {
  const month = monthNamed({ asOf });
  return below.expected > 0
    ? [{ item: say("reports.figBelow", { month }), target: below.expected, result: below.received }]
    : [];
}

/** What a report of a month that has ended cannot say, in one sentence; null of the running month, which has it all. */
export function notKeptWords(figures: Shown): string | null {
  if (!("kept" in figures)) return null;
  return say(figures.coverage ? "reports.figRest" : "reports.figAllRest");
}

/** What was kept at the end of a month and what was done in it; the rest is named once, and is never today's number. */
function keptLines(figures: Extract<Shown, { kept: unknown }>): Line[] {
  const { coverage, worked } = figures;
  const month = monthNamed(figures);
  return [
    ...(coverage ? coverageLines(coverage) : []),
    ...(worked
      ? [
          {
            item: say("reports.figInterviews", { month }),
            target: null,
            result: worked.interviews,
          },
          { item: say("reports.figContacts", { month }), target: null, result: worked.contacts },
        ]
      : []),
    { item: notKeptWords(figures) ?? "", target: null, result: say("reports.figNotKept") },
  ];
}

function nowLines(figures: Figures): Line[] {
  return [
    ...coverageLines(figures.coverage),
    ...besideLines(figures),
    ...dueLines(figures),
    ...followUpLines(figures),
    ...resultLines(figures),
  ];
}

/** The annex of a report: ลำดับ, รายการ, เป้าหมาย, ผล, ร้อยละ. */
export function figuresTable(figures: Shown): Extract<PaperBlock, { kind: "table" }> {
  const lines = [
    ...("kept" in figures ? keptLines(figures) : nowLines(figures)),
    ...belowLines(figures),
  ];
  return {
    kind: "table",
    caption: say("reports.annex"),
    head: [
      say("papers.order"),
      say("reports.item"),
      say("reports.target"),
      say("reports.result"),
      say("reports.rate"),
    ],
    rows: lines.map(({ item, target, result, rate }, index) => [
      String(index + 1),
      item,
      target === null ? none : n(target),
      typeof result === "number" ? n(result) : result,
      rate ?? (target === null || typeof result !== "number" ? none : rateOf(result, target)),
    ]),
  };
}
