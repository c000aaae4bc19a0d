import { toArabicDigits } from "@/domain/thai";

/** `0600000101` as `06-0000-0101`, `055534119` as `0-5553-4119`, as official letters write them; anything else stays. */
export function formatPhone(phone: string): string {
  return phone.replace(/^(0\d?)(\d{4})(\d{4})$/, "$1-$2-$3");
}

/** The address that dials a number as it is written: "081-234 5678 ต่อ 12" dials the number and then 12. */
export function phoneAddress(phone: string): string {
  const [main = "", extension] = toArabicDigits(phone).split(/ต่อ|ext\.?|#/i);
  const dialled = main.replace(/[^\d+]/g, "");
  const more = extension?.replace(/\D/g, "");
  return `tel:${dialled}${more ? `,${more}` : ""}`;
}
