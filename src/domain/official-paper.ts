import { z } from "zod";
import type { IsoDate, IsoMonth } from "@/domain/calendar";
import {
  optionalDay,
  optionalName,
  requiredDay,
  requiredName,
  requiredNumberOfPaper,
} from "@/domain/fields";
import { invalid } from "@/domain/result";
import type { Period } from "@/domain/rules/rule-set";

/**
 * An official paper as data: what the screen, the printer and a word processor show of it. Arabic digits throughout; who
 * shows it writes Thai ones.
 */

/** The papers that an office numbers itself. Those that a decision signs keep number and day with the decision. */
export const paperKinds = [
  "away_letter",
  "host_letter",
  "place_notice",
  "receiving_order",
  "officers_request",
  "referral_letter",
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** The other papers: those of the register, and those whose number and day are of a decision or a signature. */
export const writtenKinds = [
  "issued",
  "task_letter",
  "announcement",
  "team_order",
  "report",
  "refusal_letter",
] as const;
export type WrittenKind = (typeof writtenKinds)[number];

/** Every official paper of the product. */
export const allPaperKinds = [...paperKinds, ...writtenKinds] as const;
export type AnyPaper = (typeof allPaperKinds)[number];

/** ชั้นความเร็ว (ระเบียบงานสารบรรณ พ.ศ. 2526). */
export const speeds = ["none", "urgent", "very_urgent", "most_urgent"] as const;
export type Speed = (typeof speeds)[number];

/** ชั้นความลับ: a list of names with telephones is confidential; higher classes never leave through this product. */
export const secrecies = ["none", "confidential"] as const;
export type Secrecy = (typeof secrecies)[number];

/** In whose name somebody signs: as the head, by delegation, or while the post is vacant or its holder away. */
export const capacities = ["own", "acting", "caretaker"] as const;
export type Capacity = (typeof capacities)[number];

/** A signature in the file, as staff record it: the name and post of whoever signed, in which capacity, on which day. */
export type FileSignature = {
  name: string;
  /** Null: the head's own. */
  position: string | null;
  capacity: Capacity;
  on: IsoDate;
};

/** A paragraph, a numbered list, or a table with its heads. */
export type PaperBlock =
  | { kind: "text"; text: string }
  | { kind: "items"; items: string[] }
  | { kind: "table"; caption: string; head: string[]; rows: string[][] };

export type OfficialPaper = {
  /** `memo`: บันทึกข้อความ, inside an office. */
  form: "letter" | "memo" | "notice" | "order";
  /** Who writes: its seat on a letter, itself on a notice or an order. */
  office: string;
  /** The image of the garuda that its office prints (`PaperFile`); without one a space of 3 cm. */
  garuda?: string | null;
  /** Street and postcode; null until the office has recorded them. */
  address: string | null;
  subject: string;
  to: string | null;
  reference: string | null;
  enclosed: string[];
  body: PaperBlock[];
  /** The lines under the name of whoever signs. */
  signer: string[];
  /** The owner of the matter and the telephone, at the foot. */
  unit: string | null;
  phone: string | null;
  /** A page of its own after the letter: what it encloses. */
  annex: { title: string; blocks: PaperBlock[] } | null;
};

/** What a paper gets when it is signed; a draft has none of it but the classes. */
export type PaperIssue = {
  number: string | null;
  /** Null: not signed; then the month of today stands with a space for the day. */
  issuedOn: IsoDate | null;
  month: IsoMonth;
  speed: Speed;
  secrecy: Secrecy;
  signedBy: string | null;
};

/** A paper with what its signature gave it: what is kept when it is signed, and shown ever after. */
export type WrittenPaper = { paper: OfficialPaper; issue: PaperIssue };

/** The classes that a kind of paper has unless its office chooses others. */
export const usualClasses: Record<PaperKind, PaperClasses> = {
  away_letter: { speed: "urgent", secrecy: "confidential" },
  host_letter: { speed: "most_urgent", secrecy: "none" },
  place_notice: { speed: "none", secrecy: "none" },
  receiving_order: { speed: "none", secrecy: "none" },
  officers_request: { speed: "urgent", secrecy: "none" },
  referral_letter: { speed: "none", secrecy: "confidential" },
};

const walkInPapers: readonly PaperKind[] = ["host_letter", "place_notice", "receiving_order"];

/** Whether the time for which a kind of paper is written has gone by: then what was issued is read, and nothing is written. */
export function isPaperOver(kind: PaperKind, today: IsoDate, walkIn: Period): boolean {
  return walkInPapers.includes(kind) && today > walkIn.until;
}

/** The classes that whoever signs a paper by a decision gives it. */
export const classFields = {
  speed: z.enum(speeds, { error: "choose" }).default("none"),
  secrecy: z.enum(secrecies, { error: "choose" }).default("none"),
};
export type PaperClasses = { speed: Speed; secrecy: Secrecy };

/** What a signature gives a paper: its number and classes, the day, the name, and in whose name. */
export type Signature = Partial<PaperClasses> & {
  number: string | null;
  on: IsoDate;
  by: { name: string; position: string } | null;
  capacity: Capacity;
};

/** The fields of "ลงนามในแฟ้มแล้ว": asked of staff where they record a signature, and only then. */
export const fileSignatureFields = {
  signedBy: optionalName(120),
  capacity: z.enum(capacities, { error: "choose" }).default("own"),
  position: optionalName(120),
  signedOn: optionalDay,
};

/**
 * The signature in the file out of those fields.
 * @throws Refusal INVALID where the name, the day, or the post of whoever signed for the head is missing or impossible
 */
export function fileSignatureOf(
  given: {
    signedBy: string | null;
    capacity: Capacity;
    position: string | null;
    signedOn: IsoDate | null;
  },
  today: IsoDate,
): FileSignature {
  const { signedBy: name, capacity, position, signedOn: on } = given;
  if (!name) throw invalid({ signedBy: "missing" });
  if (capacity !== "own" && !position) throw invalid({ position: "missing" });
  if (!on) throw invalid({ signedOn: "date" });
  if (on > today) throw invalid({ signedOn: "future" });
  return { name, capacity, position: capacity === "own" ? null : position, on };
}

/** Which paper is issued, under which number, on which day, signed by whom. */
export const issueInput = z
  .strictObject({
    kind: z.enum(paperKinds),
    about: z.string().max(60),
    number: requiredNumberOfPaper(60),
    issuedOn: requiredDay,
    speed: z.enum(speeds, { error: "choose" }),
    secrecy: z.enum(secrecies, { error: "choose" }),
    signedBy: requiredName(120),
    capacity: z.enum(capacities, { error: "choose" }),
    position: optionalName(120),
  })
  .superRefine(({ capacity, position }, context) => {
    if (capacity !== "own" && !position)
      context.addIssue({ code: "custom", path: ["position"], message: "missing" });
  });
