import { tidyThai, toArabicDigits } from "@/domain/thai";

export type ReadAmount =
  | { ok: true; satang: number }
  | { ok: false; reason: "INCOME_MISSING" | "INCOME_OUT_OF_RANGE" };

/**
 * A yearly income as written in a list, in satang. Commas, "บาท" and Thai digits are read; a number
 * that a spreadsheet shortened (3E+04) has lost digits, so it is no number.
 * @param ceilingSatang the most that a card holder may have (register of interpretations, no. 9)
 */
export function readIncome(text: string, ceilingSatang: number): ReadAmount {
  const highestIncome = ceilingSatang / 100;
  const plain = toArabicDigits(tidyThai(text))
    .replace(/(บาท|฿)(ต่อปี|\/ปี)?/g, "")
    .replace(/\s/g, "")
    .replace(/\.[-–—]$/, "");
  if (/^[-+]?\d+(\.\d+)?e\+?\d+$/i.test(plain) && Math.abs(Number(plain)) > highestIncome)
    return { ok: false, reason: "INCOME_OUT_OF_RANGE" };
  if (!/^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?$/.test(plain))
    return { ok: false, reason: "INCOME_MISSING" };
  const baht = Number(plain.replaceAll(",", ""));
  if (baht < 0 || baht > highestIncome) return { ok: false, reason: "INCOME_OUT_OF_RANGE" };
  return { ok: true, satang: Math.round(baht * 100) };
}
