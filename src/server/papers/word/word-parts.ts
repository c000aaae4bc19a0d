import { AlignmentType, Paragraph, TextRun } from "docx";
import type { OfficialPaper, WrittenPaper } from "@/domain/official-paper";
import { formatPhone } from "@/domain/phone";
import { formatThaiDate, formatThaiDateOfOrder, formatThaiMonth } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { centred, LINE, mm, paragraph, table, textRun, type WordBlock } from "./word-text";

const blankDay = "        ";
const blankNumber = "........................";
const blankName = "................................................";
const blankPhone = "..........................";
const half = LINE / 2;

const dayOf = ({ issue: { issuedOn, month } }: WrittenPaper) =>
  issuedOn ? formatThaiDate(issuedOn) : `${blankDay}${formatThaiMonth(month)}`;

/** Two halves of a line without a border: the number, and the office or the day. */
const halves = (left: Paragraph[], right: Paragraph[]) =>
  table([half, half], [{ cells: [left, right] }], { ruled: false });

/** เรื่อง, เรียน and their kind: the term, then the words beside it. */
const line = (term: string, words: string) =>
  new Paragraph({
    spacing: { before: 60 },
    indent: { left: mm(14), hanging: mm(14) },
    children: [textRun(term, { bold: true }), textRun(` ${words}`)],
  });

function letterHead(written: WrittenPaper): WordBlock[] {
  const { paper, issue } = written;
  const speed = issue.speed === "none" ? [] : [paragraphBold(say(`papers.speed_${issue.speed}`))];
  return [
    ...speed,
    halves(
      [paragraph(say("letter.number", { number: issue.number ?? blankNumber }))],
      [paragraph(paper.office), ...(paper.address ? [paragraph(paper.address)] : [])],
    ),
    paragraph(dayOf(written), { indent: { left: half }, spacing: { before: 120 } }),
    line(say("letter.subject"), paper.subject),
    line(say("letter.to"), paper.to ?? ""),
    ...(paper.reference ? [line(say("letter.reference"), paper.reference)] : []),
    ...paper.enclosed.map((what) => line(say("letter.enclosed"), what)),
  ];
}

const paragraphBold = (text: string) =>
  new Paragraph({ children: [textRun(text, { bold: true })] });

function memoHead(written: WrittenPaper): WordBlock[] {
  const { paper, issue } = written;
  const phone = paper.phone ? say("papers.call", { phone: formatPhone(paper.phone) }) : "";
  return [
    // 29 points, as the form of the regulation has it.
    centred(say("letter.memo"), { bold: true, size: 58 }),
    line(say("letter.memoOffice"), `${paper.office} ${phone}`.trim()),
    halves(
      [line(say("letter.numberTerm"), issue.number ?? blankNumber)],
      [line(say("letter.memoDate"), dayOf(written))],
    ),
    line(say("letter.subject"), paper.subject),
    line(say("letter.to"), paper.to ?? ""),
  ];
}

function orderHead({ paper, issue }: WrittenPaper): WordBlock[] {
  const kind = paper.form === "notice" ? "notice" : "order";
  const numbered = kind === "order" || issue.number;
  return [
    centred(say(`officialOrder.${kind}`, { office: paper.office }), { bold: true }),
    ...(numbered
      ? [centred(say("officialOrder.number", { number: issue.number ?? blankNumber }))]
      : []),
    centred(say("officialOrder.subject", { subject: paper.subject }), { bold: true }),
    centred("――――――――――"),
  ];
}

/** What stands above the text, by the form of the paper. */
export function paperHeadOf(written: WrittenPaper): WordBlock[] {
  const { form } = written.paper;
  if (form === "letter") return letterHead(written);
  return form === "memo" ? memoHead(written) : orderHead(written);
}

/** The closing or the day, room for the signature, the name and the post: from the middle of the page. */
export function paperSignatureOf(written: WrittenPaper): WordBlock[] {
  const { paper, issue } = written;
  const { form } = paper;
  const given = issue.issuedOn
    ? formatThaiDateOfOrder(issue.issuedOn)
    : `${blankDay}${formatThaiMonth(issue.month).replace(/ (?=\d)/, " พ.ศ. ")}`;
  const from = { indent: { left: mm(70) }, keepNext: true };
  return [
    ...(form === "notice" || form === "order"
      ? [
          centred(
            say(`officialOrder.given_${form}`, { date: given }),
            {},
            { spacing: { before: 240 }, keepNext: true },
          ),
        ]
      : []),
    ...(form === "letter"
      ? [centred(say("letter.closing"), {}, { ...from, spacing: { before: 240 } })]
      : []),
    centred(`(${issue.signedBy ?? blankName})`, {}, { ...from, spacing: { before: 960 } }),
    ...paper.signer.map((post, index) =>
      centred(post, {}, { ...from, keepNext: index < paper.signer.length - 1 }),
    ),
  ];
}

/** At the lower left: whose matter it is, and the telephone; then what answers need. */
export function footOf(paper: OfficialPaper, foot: readonly string[]): WordBlock[] {
  const left = { alignment: AlignmentType.LEFT };
  const owner =
    paper.form === "letter"
      ? [
          paragraph(paper.unit ?? paper.office.split(" ")[0] ?? "", {
            ...left,
            spacing: { before: 360 },
          }),
          paragraph(
            say("papers.call", { phone: paper.phone ? formatPhone(paper.phone) : blankPhone }),
            left,
          ),
        ]
      : [];
  return [
    ...owner,
    ...foot.map(
      (words) =>
        // An address is read by machines: its digits stay.
        new Paragraph({
          ...left,
          children: [/^https?:/.test(words) ? new TextRun(words) : textRun(words)],
        }),
    ),
  ];
}
