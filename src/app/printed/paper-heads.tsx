import { useTranslations } from "next-intl";
import type { OfficialPaper, PaperIssue } from "@/domain/official-paper";
import { formatPhone } from "@/domain/phone";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { PaperText } from "./paper-text";

export type PaperAsIssued = { paper: OfficialPaper; issue: PaperIssue };

/** Before a paper is signed: room for the day. */
export const blankDay = "        ";
const blankNumber = "........................";

/** `9 กุมภาพันธ์ 2561`; before it is signed a space and the month. */
function dayOf({ issuedOn, month }: PaperIssue): string {
  return toThaiDigits(issuedOn ? formatThaiDate(issuedOn) : `${blankDay}${formatThaiMonth(month)}`);
}

type Heading = "h1" | "h2";
type Head = PaperAsIssued & { heading: Heading };

/** What stands above the text, by the form of the paper; its subject is the headline of its page, or a heading below that. */
export function PaperHead({
  heading = "h1",
  ...part
}: PaperAsIssued & { heading?: Heading | undefined }) {
  const { form } = part.paper;
  if (form === "letter") return <LetterHead {...part} heading={heading} />;
  if (form === "memo") return <MemoHead {...part} heading={heading} />;
  return <OrderHead {...part} heading={heading} />;
}

/** บันทึกข้อความ: the garuda of 1.5 cm at the left, the office with its telephone, number and day on one line. */
function MemoHead({ paper, issue, heading }: Head) {
  const t = useTranslations("letter");
  const papers = useTranslations("papers");
  const phone = paper.phone ? papers("call", { phone: formatPhone(paper.phone) }) : "";
  return (
    <>
      <p className="text-center text-[1.75em] font-bold print:leading-[15mm]">{t("memo")}</p>
      <Line term={t("memoOffice")} words={`${paper.office} ${phone}`.trim()} />
      <div className="mt-1 grid grid-cols-2 gap-x-6">
        <p className="keep">
          <strong>{t("numberTerm")}</strong>{" "}
          {issue.number ? toThaiDigits(issue.number) : blankNumber}
        </p>
        <p className="whitespace-pre-wrap">
          <strong>{t("memoDate")}</strong> {dayOf(issue)}
        </p>
      </div>
      <Subject subject={paper.subject} heading={heading} />
      <Line term={t("to")} words={paper.to ?? ""} />
    </>
  );
}

function Subject({ subject, heading: Heading }: { subject: string; heading: Heading }) {
  const t = useTranslations("letter");
  return (
    <Heading className="mt-3 flex gap-x-3 text-[1em] font-normal">
      <strong className="shrink-0">{t("subject")}</strong>
      <span>
        <PaperText>{toThaiDigits(subject)}</PaperText>
      </span>
    </Heading>
  );
}

function Line({ term, words }: { term: string; words: string }) {
  return (
    <p className="mt-1 flex gap-x-3">
      <strong className="shrink-0">{term}</strong>
      <span>
        <PaperText>{toThaiDigits(words)}</PaperText>
      </span>
    </p>
  );
}

function LetterHead({ paper, issue, heading }: Head) {
  const t = useTranslations("letter");
  const classes = useTranslations("papers");
  const lines: [string, string][] = [[t("to"), paper.to ?? ""]];
  if (paper.reference) lines.push([t("reference"), paper.reference]);
  for (const what of paper.enclosed) lines.push([t("enclosed"), what]);
  return (
    <>
      {issue.speed !== "none" && (
        <p className="font-bold text-brick print:text-ink">{classes(`speed_${issue.speed}`)}</p>
      )}
      <div className="grid grid-cols-2 gap-x-6">
        <p className="keep">
          {t("number", { number: issue.number ? toThaiDigits(issue.number) : blankNumber })}
        </p>
        <p>
          <PaperText>{toThaiDigits(paper.office)}</PaperText>
          {paper.address && (
            <span className="block">
              <PaperText>{toThaiDigits(paper.address)}</PaperText>
            </span>
          )}
        </p>
      </div>
      <p className="mt-3 pl-[50%] whitespace-pre-wrap">{dayOf(issue)}</p>
      <Subject subject={paper.subject} heading={heading} />
      {lines.map(([term, words]) => (
        <Line key={words} term={term} words={words} />
      ))}
    </>
  );
}

function OrderHead({ paper, issue, heading: Subject }: Head) {
  const t = useTranslations("officialOrder");
  const kind = paper.form === "notice" ? "notice" : "order";
  return (
    <div className="text-center">
      <p className="font-semibold">{t(kind, { office: paper.office })}</p>
      {(kind === "order" || issue.number) && (
        <p>{t("number", { number: issue.number ? toThaiDigits(issue.number) : blankNumber })}</p>
      )}
      <Subject className="mt-1 text-[1em] font-semibold">
        <PaperText>{toThaiDigits(t("subject", { subject: paper.subject }))}</PaperText>
      </Subject>
      <p aria-hidden>――――――――――</p>
    </div>
  );
}
