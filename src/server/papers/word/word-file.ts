import {
  AlignmentType,
  Document,
  Header,
  ImageRun,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type { OfficialPaper, WrittenPaper } from "@/domain/official-paper";
import { shapeOfPng } from "@/domain/paper-file";
import { say } from "@/i18n/words";
import { blocksOf } from "./word-blocks";
import { footOf, paperHeadOf, paperSignatureOf } from "./word-parts";
import { centred, mm, TEXT_SIZE, textRun, type WordBlock } from "./word-text";

/** What stands beside the owner of the matter: the link of a referral. */
type Foot = readonly string[];

/** From the second page: - ๒ - */
const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: TEXT_SIZE, children: ["- ", PageNumber.CURRENT, " -"] })],
      }),
    ],
  });

/** The class of secrecy, at the head of the letter and of its annex. */
const secrecyOf = ({ issue }: WrittenPaper): WordBlock[] =>
  issue.secrecy === "none" ? [] : [centred(say(`papers.secrecy_${issue.secrecy}`), { bold: true })];

function annexOf({ paper: { annex }, issue }: WrittenPaper): WordBlock[] {
  if (!annex) return [];
  const newPage = { pageBreakBefore: true };
  if (issue.secrecy === "none")
    return [centred(annex.title, { bold: true }, newPage), ...blocksOf(annex.blocks)];
  return [
    centred(say(`papers.secrecy_${issue.secrecy}`), { bold: true }, newPage),
    centred(annex.title, { bold: true }),
    ...blocksOf(annex.blocks),
  ];
}

/** The garuda of the office, or the space for paper that bears one; on a memo it stands at the left, or not at all. */
function garudaOf({ form }: OfficialPaper, image: Uint8Array | null): WordBlock[] {
  const memo = form === "memo";
  if (image) {
    const height = pixels(memo ? 15 : 30);
    const size = { height, width: height * shapeOfPng(image) };
    const picture = new ImageRun({ type: "png", data: image, transformation: size });
    const alignment = memo ? AlignmentType.LEFT : AlignmentType.CENTER;
    return [new Paragraph({ alignment, children: [picture] })];
  }
  if (memo) return [];
  return [new Paragraph({ spacing: { line: mm(30), lineRule: "exact" }, children: [textRun("")] })];
}

/** Millimetres as the pixels of 1/96 inch in which `docx` measures images. */
const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * 96);

/**
 * An official paper as a Word file, for offices edit before they sign: the same words in the same order as the page
 * prints, margins of 3 and 2 cm, room of 3 cm for the garuda, TH Sarabun of 16 points (ระเบียบงานสารบรรณ พ.ศ. 2526).
 * @param garuda the PNG of the office, if it has one
 */
export async function wordFile(
  written: WrittenPaper,
  foot: Foot = [],
  garuda: Uint8Array | null = null,
): Promise<Buffer> {
  const { paper } = written;
  const children = [
    ...secrecyOf(written),
    ...garudaOf(paper, garuda),
    ...paperHeadOf(written),
    ...blocksOf(paper.body),
    ...paperSignatureOf(written),
    ...footOf(paper, foot),
    ...annexOf(written),
  ];
  const document = new Document({
    title: paper.subject,
    styles: {
      default: {
        document: { run: { font: "TH Sarabun New", size: TEXT_SIZE } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(15), right: mm(20), bottom: mm(20), left: mm(30), header: mm(8) },
            pageNumbers: { formatType: NumberFormat.THAI_NUMBERS },
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}
