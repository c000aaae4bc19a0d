import { saysNothing } from "@/domain/import/nothing";
import { tidyThai, toArabicDigits } from "@/domain/thai";

export type IncomeFault =
  | "INCOME_MISSING"
  /** A dash, or "ไม่มีรายได้": is it nothing, or not known? Asked once for the file. */
  | "INCOME_NONE"
  /** A text that is no yearly sum, or one that can be read in two ways. */
  | "INCOME_UNCLEAR"
  | "INCOME_OUT_OF_RANGE";
export type ReadAmount = { ok: true; satang: number } | { ok: false; reason: IncomeFault };

/** What an officer has answered for all rows of a file. */
export type AmountAnswers = {
  /** A dash and "ไม่มีรายได้" mean 0 baht. */
  noneIsZero: boolean;
  /** 30.000 is thirty thousand. */
  dotThousands: boolean;
};
export const noAmountAnswers: AmountAnswers = { noneIsZero: false, dotThousands: false };

/** Baht: a yearly income below it is told of, for it may be a sum in thousands. 0 is a usual income. */
export const rareIncome = 100;

/**
 * A yearly income as written in a list, in satang. Commas, "บาท" and Thai digits are read; a number
 * that a spreadsheet shortened (3E+04) has lost digits, so it is no number; a dot before three digits is not guessed at.
 * @param ceilingSatang the most that a card holder may have (register of interpretations, no. 9)
 */
export function readIncome(
  text: string,
  ceilingSatang: number,
  answers: AmountAnswers = noAmountAnswers,
): ReadAmount {
  if (saysNone(text)) return answers.noneIsZero ? { ok: true, satang: 0 } : fault("INCOME_NONE");
  if (saysNothing(text)) return fault("INCOME_MISSING");
  const highestIncome = ceilingSatang / 100;
  const plain = toArabicDigits(tidyThai(text))
    .replace(/(บาท|฿)(ต่อปี|\/ปี|ปี)?/g, "")
    .replace(/(?<=\d)(?:ต่อปี|\/ปี)$/, "")
    .replace(/\s/g, "")
    .replace(/\.[-–—]$/, "");
  if (/^[-+]?\d+(\.\d+)?e\+?\d+$/i.test(plain) && Math.abs(Number(plain)) > highestIncome)
    return fault("INCOME_OUT_OF_RANGE");
  const written = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(plain)
    ? dotted(plain, answers.dotThousands)
    : plain;
  if (!/^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?$/.test(written)) return fault("INCOME_UNCLEAR");
  const baht = Number(written.replaceAll(",", ""));
  if (baht < 0 || baht > highestIncome) return fault("INCOME_OUT_OF_RANGE");
  return { ok: true, satang: Math.round(baht * 100) };
}

/** 30.000 and 30.000,50: a number only once somebody has said that the dot parts thousands. */
function dotted(plain: string, dotThousands: boolean): string {
  return dotThousands ? plain.replaceAll(".", "").replace(",", ".") : "";
}

/** Whether an amount has a dot that may part its thousands: the question to ask once for the file. */
export function hasDotThousands(text: string): boolean {
  return /^\D*\d{1,3}(\.\d{3})+(,\d{1,2})?\D*$/.test(toArabicDigits(tidyThai(text)));
}

function saysNone(text: string): boolean {
  return /^[\s\u200B]*(?:[-–—]+|ไม่มีรายได้|ไม่มี|-\s*บาท|ไม่ได้ทำงาน|ว่างงาน)[\s\u200B]*$/.test(text);
}

function fault(reason: IncomeFault): ReadAmount {
  return { ok: false, reason };
}
