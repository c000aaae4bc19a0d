import type { IsoMonth } from "@/domain/calendar";
import type {
  Capacity,
  OfficialPaper,
  PaperBlock,
  Signature,
  WrittenPaper,
} from "@/domain/official-paper";
import { governorOf } from "@/domain/province-name";
import type { ReportLevel } from "@/domain/report";
import { formatThaiDate, formatThaiMonth, formatThaiTime } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { findOffice, type Office } from "@/server/offices/queries";
import { packAnnex } from "@/server/packs/annex";
import type { ReportView } from "@/server/reports/queries";
import type { Scoped } from "@/server/scope";
import { nationalReference, ofOffice, text } from "./parts";
import { areasTable, figuresTable } from "./report-figures";
import { issueOrDraft, linesOf, signerLines } from "./signed";

type Figures = NonNullable<ReportView["figures"]>;
/** What a report's paper is written from. */
export type ReportWords = Pick<
  ReportView,
  "level" | "period" | "note" | "figures" | "districtCode" | "preparedOn"
> & { preparedBy: { name: string; position: string } };
const n = (number: number) => number.toLocaleString("en-US");

/** How far ทุกคน is reached; a report kept when there were three blocks says what it said then. */
function reachedWords(coverage: NonNullable<Figures["coverage"]>): string {
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

/** What the body says of the figures: of a month that has ended only what was kept of its end. */
function toldIn(figures: Figures, who: string, period: IsoMonth): string {
  const { coverage } = figures;
  if (!coverage) {
    const worked = "kept" in figures ? figures.worked : undefined;
    if (!worked) return say("reports.letterBodyNotKept", { who });
    const { interviews, contacts } = worked;
    return say("reports.letterBodyWorked", {
      who,
      month: formatThaiMonth(period),
      interviews: n(interviews),
      contacts: n(contacts),
    });
  }
  const told = {
    who,
    date: formatThaiDate(figures.asOf),
    reached: reachedWords(coverage),
  };
  if ("kept" in figures) return say("reports.letterBodyAtEnd", told);
  return say("reports.letterBody", {
    ...told,
    people: n(figures.people),
    contacts: n(figures.contacts),
    takers: n(figures.takers),
  });
}

/** Who writes to whom, on which kind of paper: the officer to the chair of the team, the district to its governor, the province to the country. */
function partiesOf(
  { level, preparedBy }: ReportWords,
  office: Office,
  signature: Signature | null,
) {
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
      signer: signerLines(say("papers.chief", { district }), signature),
    },
    province: {
      to: office.reportsTo,
      who: province,
      reason: say("reports.letterReason"),
      signer: signerLines(say("papers.governor", { province }), signature),
    },
  };
  return levels[level];
}

/** The figures, those of each area, and who prepared them. */
function annexOf(
  figures: Figures,
  { level, preparedBy: { name, position }, preparedOn }: ReportWords,
  whose: string,
): { title: string; blocks: PaperBlock[] } {
  const areas = areasTable(figures);
  const tables = figures.pack ? packAnnex(figures.pack) : areas ? [areas] : [];
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
      ...tables.flatMap((table) => [text(table.caption), table]),
      // Who writes a memo has signed it.
      ...(level === "officer"
        ? []
        : [text(say("reports.preparer", { name, position, date: formatThaiDate(preparedOn) }))]),
    ],
  };
}

/** A report as the paper that its level writes: as it was signed, or as it would be. */
export async function reportPaper(scope: Scoped, report: ReportView): Promise<WrittenPaper> {
  const kept = await scope.tx.progressReport.findUnique({
    where: { id: report.id },
    select: { signedPaper: true },
  });
  const { letterNumber, signedOn, signedBy, signedOrder } = report;
  // One from before papers were kept: staff signed by delegation only.
  const capacity: Capacity = signedOrder ? "acting" : "own";
  const signature = signedOn
    ? { number: letterNumber, on: signedOn, by: signedBy, capacity }
    : null;
  return kept?.signedPaper ?? writeReport(scope, report, signature);
}

const headOf = { officer: null, district: "district_chief", province: "governor" } as const;

/** The memo or letter of a report with this signature, in the words of today; its figures are the annex. */
export async function writeReport(
  scope: Scoped,
  report: ReportWords,
  signature: Signature | null,
): Promise<WrittenPaper> {
  const { level, figures, period, preparedOn, preparedBy } = report;
  const office = await findOffice(scope, level === "province" ? null : report.districtCode);
  const { who, reason, ...own } = partiesOf(report, office, signature);
  const whose = level === "officer" ? preparedBy.name : who;
  return {
    paper: {
      ...(await ofOffice(scope, office)),
      subject: say("reports.letterSubject", { month: formatThaiMonth(period) }),
      reference: level === "officer" ? null : nationalReference(scope, signature?.on ?? preparedOn),
      enclosed: level === "officer" ? [] : [say("reports.letterEnclosed", { whose })],
      ...own,
      body: [
        reason,
        ...(figures ? [toldIn(figures, who, period)] : []),
        ...linesOf(report.note),
        say("reports.letterWish"),
      ].map(text),
      annex: figures && annexOf(figures, report, whose),
    },
    issue: await issueOrDraft(scope, signature, preparedOn, headOf[level]),
  };
}
