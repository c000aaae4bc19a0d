import type { IsoDate } from "@/domain/calendar";
import type { RuleSet } from "@/domain/rules/rule-set";

/** Why nobody is paid whatever the amounts of a set are. */
export type NoMonths = "NO_YES" | "BEFORE_WINDOW" | "SCHEME_ENDED";

/** Why no sum is due whatever a set says: who is on no list, and whom a death concerns. */
export type BeyondRules =
  | "AWAITING_PROVINCE"
  | "NOT_A_HOLDER"
  | "YES_AFTER_DEATH"
  | "YES_VOID_BY_DEATH"
  | "DIED_BEFORE_FIRST_MONTH"
  | "HELD_FOR_DEATH"
  | "CANCELLED_BEFORE_FIRST_MONTH"
  | "HELD_FOR_CANCELLATION";

/** Why no top-up is due: as the file says it, and as it is said in the interview. */
export type NoTopUpWords = { short: string; interview: string };

/** A round of follow-up: with its year, without it, and written out. */
export type RoundWords = { name: string; short: string; long: string };

/** A paper that letters refer to from its day on; one of a province only in that province. */
export type PaperWords = { from: IsoDate; province?: string; reference: string };

/** The Thai words of a rule set: what names an amount, a date or a month is worded here and nowhere else. */
export type RuleWords = {
  /** What the set rests on. */
  rules: string;
  /** By band. */
  bands: Readonly<Record<string, string>>;
  ages: Readonly<Record<string, string>> & {
    /** How an unknown birth date is counted. */
    unknown: string;
    /** The day on which ages are counted. */
    countedOn: string;
  };
  /** The year of the income that decides. */
  incomeYear: string;
  /** The highest income of a card holder. */
  incomeCeiling: string;
  /** Who must be reached. */
  mustReach: string;
  /** By round. */
  rounds: Readonly<Record<string, RoundWords>>;
  /** How often and when everybody with a plan is followed up. */
  followUps: string;
  walkIn: { period: string; month: string };
  /** The first day on which a yes counts. */
  yesCountsFrom: { short: string; long: string };
  /** What letters refer to, the earliest first. */
  papers: readonly [PaperWords, ...PaperWords[]];
  /** By reason. */
  noTopUp: Readonly<Record<string, NoTopUpWords>> & Readonly<Record<NoMonths, NoTopUpWords>>;
};

/** A band in words; a code that the set does not know is shown as it is stored. */
export function bandNamed({ words }: RuleSet, band: string): string {
  return words.bands[band] ?? band;
}

/** An age class in words. */
export function ageNamed({ words }: Pick<RuleSet, "words">, ageClass: string): string {
  return words.ages[ageClass] ?? ageClass;
}

/** What a set calls its two classes of age, its first band of income and its last. */
export function namesUnder(rules: RuleSet) {
  const { upTo, over } = rules.mustReach.ages;
  const [first] = rules.incomeBands;
  const last = rules.incomeBands.at(-1) ?? first;
  return {
    young: ageNamed(rules, upTo.id),
    old: ageNamed(rules, over.id),
    low: bandNamed(rules, first.id),
    high: bandNamed(rules, last.id),
  };
}

/** A round of follow-up in words. */
export function roundNamed({ words }: RuleSet, round: string): RoundWords {
  return words.rounds[round] ?? { name: round, short: round, long: round };
}

const beyondRules: Readonly<Record<BeyondRules, NoTopUpWords>> = {
  AWAITING_PROVINCE: {
    short: "รอจังหวัดยืนยันกับกระทรวงการคลัง ยังไม่มีวงเงินที่ถึงกำหนด",
    interview: "รอจังหวัดยืนยันรายชื่อ จึงยังไม่คำนวณวงเงิน เมื่อยืนยันแล้วนับตามวันที่แสดงความประสงค์",
  },
  NOT_A_HOLDER: {
    short: "กระทรวงการคลังตอบว่าไม่เป็นผู้มีบัตรสวัสดิการแห่งรัฐ",
    interview: "กระทรวงการคลังตอบว่าไม่เป็นผู้มีบัตร จึงไม่มีวงเงิน",
  },
  YES_AFTER_DEATH: {
    short: "รอตรวจสอบ: แจ้งประสงค์หลังจากมีการบันทึกว่าเสียชีวิต ถ้าถอนการบันทึก วงเงินนับตามวันที่แจ้ง",
    interview: "ข้อมูลในทะเบียนรอตรวจสอบ จึงยังไม่คำนวณวงเงิน เมื่อตรวจสอบแล้วนับตามวันที่แสดงความประสงค์",
  },
  YES_VOID_BY_DEATH: {
    short: "ตรวจสอบแล้วคงการบันทึกว่าเสียชีวิต แบบที่แจ้งหลังวันเสียชีวิตจึงไม่นับ",
    interview: "ข้อมูลในทะเบียนตรวจสอบแล้ว ไม่มีวงเงินเพิ่มเติม",
  },
  DIED_BEFORE_FIRST_MONTH: {
    short: "เสียชีวิตก่อนเดือนแรกที่จะถึงกำหนด",
    interview: "ข้อมูลในทะเบียนตรวจสอบแล้ว ไม่มีวงเงินเพิ่มเติม",
  },
  HELD_FOR_DEATH: {
    short: "พักไว้รอตรวจสอบ เพราะมีผู้แจ้งว่าเสียชีวิต ยังไม่มีมรณบัตรหรือทะเบียนราษฎร",
    interview: "ข้อมูลในทะเบียนรอตรวจสอบ จึงพักวงเงินไว้",
  },
  CANCELLED_BEFORE_FIRST_MONTH: {
    short: "กระทรวงการคลังยกเลิกบัตรก่อนเดือนแรกที่จะถึงกำหนด",
    interview: "กระทรวงการคลังยกเลิกบัตรแล้ว ไม่มีวงเงินเพิ่มเติม",
  },
  HELD_FOR_CANCELLATION: {
    short: "พักไว้รอตรวจสอบ เพราะมีหนังสือกระทรวงการคลังว่ายกเลิกบัตร รอเจ้าหน้าที่อีกคนหนึ่งยืนยัน",
    interview: "ข้อมูลในทะเบียนรอตรวจสอบ จึงพักวงเงินไว้",
  },
};

/** Why no top-up is due, in words. */
export function noTopUpNamed({ words }: RuleSet, reason: string): NoTopUpWords {
  const known: Readonly<Record<string, NoTopUpWords>> = { ...beyondRules, ...words.noTopUp };
  return known[reason] ?? { short: reason, interview: reason };
}

/** The newest paper of a day that letters of a province refer to: none of February can refer to one of March. */
export function referenceOn({ words }: RuleSet, day: IsoDate, province: string | null): string {
  const known = words.papers.filter(
    (paper) => paper.from <= day && (!paper.province || paper.province === province),
  );
  return (known.at(-1) ?? words.papers[0]).reference;
}
