import type { OfficialPaper, PaperBlock } from "@/domain/official-paper";
import { governorOf } from "@/domain/province-name";
import type { ReportLevel } from "@/domain/report";
import { formatThaiDate, formatThaiMonth, formatThaiTime } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { findOffice, type Office } from "@/server/offices/queries";
import type { ReportView } from "@/server/reports/queries";
import type { Scoped } from "@/server/scope";
import { nationalReference, ofOffice, text } from "./parts";
import { figuresTable } from "./report-figures";
import { issueOf, linesOf, signerLines, type WrittenPaper } from "./signed";

type Figures = NonNullable<ReportView["figures"]>;
const n = (number: number) => number.toLocaleString("en-US");

/** How far ทุกคน is reached; a report kept when there were three blocks says what it said then. */
function reachedWords(coverage: Figures["coverage"]): string {
  const total = n(coverage.total);
  return "met" in coverage
    ? say("reports.letterMet", { met: n(coverage.met), total })
    : say("reports.letterAnswered", {
        total,
        answered: n(coverage.answered),
        interviewed: n(coverage.interviewed),
        metWaiting: n(coverage.metWaiting),
        toMeet: n(coverage.toMeet),
      });
}

/** Who writes to whom, on which kind of paper: the officer to the chair of the team, the district to its governor, the province to the country. */
function partiesOf(report: ReportView, office: Office) {
  const { preparedBy, signedBy, signedOrder } = report;
  const district = office.district ?? "";
  const { province } = office;
  const levels: Record<ReportLevel, Partial<OfficialPaper> & { who: string; reason: string }> = {
    officer: {
      form: "memo",
      office: say("reports.memoOffice", { unit: office.unit }),
      to: say("reports.memoTo", { district }),
      who: say("reports.memoWho"),
      reason: say("reports.memoReason"),
      signer: [preparedBy.position, say("reports.memoSigner")],
    },
    district: {
      to: governorOf(office.provinceName),
      who: say("papers.district", { district }),
      reason: say("reports.districtReason"),
      signer: [
        ...(signedOrder && signedBy
          ? [
              say("papers.signerFor", {
                position: signedBy.position,
                capacity: say("papers.capacity_acting"),
              }),
            ]
          : []),
        say("papers.chief", { district }),
      ],
    },
    province: {
      to: say("reports.letterTo"),
      who: province,
      reason: say("reports.letterReason"),
      signer: signerLines(province, signedOrder ? signedBy : null),
    },
  };
  return levels[report.level];
}

function annexOf(figures: Figures, whose: string): { title: string; blocks: PaperBlock[] } {
  return {
    title: say("reports.annexTitle", { whose }),
    blocks: [
      text(
        say("reports.numbersAsOf", {
          date: formatThaiDate(figures.asOf),
          time: formatThaiTime(figures.time),
        }),
      ),
      figuresTable(figures),
    ],
  };
}

/** A report as the paper that its level writes: a memo or a letter with its figures as the annex. */
export async function reportPaper(scope: Scoped, report: ReportView): Promise<WrittenPaper> {
  const { level, figures, period, signedOn, preparedOn, signedBy, preparedBy } = report;
  const office = await findOffice(scope, level === "province" ? null : report.districtCode);
  const { who, reason, ...own } = partiesOf(report, office);
  const whose = level === "officer" ? preparedBy.name : who;
  const told = figures && {
    who,
    date: formatThaiDate(figures.asOf),
    reached: reachedWords(figures.coverage),
    people: n(figures.people),
    contacts: n(figures.contacts),
    takers: n(figures.takers),
  };
  return {
    paper: {
      ...ofOffice(office),
      subject: say("reports.letterSubject", { month: formatThaiMonth(period) }),
      reference: level === "officer" ? null : nationalReference(scope, signedOn ?? preparedOn),
      enclosed: level === "officer" ? [] : [say("reports.letterEnclosed", { whose })],
      ...own,
      body: [
        reason,
        ...(told ? [say("reports.letterBody", told)] : []),
        ...linesOf(report.note),
        say("reports.letterWish"),
      ].map(text),
      annex: figures && annexOf(figures, whose),
    },
    issue: issueOf({
      number: report.letterNumber,
      issuedOn: level === "officer" ? preparedOn : signedOn,
      today: preparedOn,
      signedBy: signedBy?.name ?? (level === "officer" ? preparedBy.name : null),
    }),
  };
}
