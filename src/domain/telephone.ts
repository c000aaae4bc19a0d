import { toArabicDigits } from "./thai";

/** The address that dials a number as it is written: "081-234 5678 ต่อ 12" dials the number and then 12. */
export function telephoneAddress(number: string): string {
  const [main = "", extension] = toArabicDigits(number).split(/ต่อ|ext\.?|#/i);
  const dialled = main.replace(/[^\d+]/g, "");
  const more = extension?.replace(/\D/g, "");
  return `tel:${dialled}${more ? `,${more}` : ""}`;
}
