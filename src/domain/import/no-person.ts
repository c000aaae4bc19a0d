import { type ColumnChoice, looksLikeHeader } from "@/domain/import/columns";
import { saysNothing } from "@/domain/import/nothing";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/** Words with which the lines below (or between) people begin. */
const begins =
  /^(?:รวม|ยอดรวม|ผลรวม|ทั้งสิ้น|จำนวน|ลงชื่อ|ลงนาม|ผู้รับรอง|ผู้จัดทำ|ผู้ตรวจ|ตรวจแล้ว|หมายเหตุ|ตำแหน่ง|ข้อมูล ณ|ที่มา|หน้าที่? ?\d|วันที่|total|sum|grand total|page|note)/i;

/**
 * Whether a row without a readable ID is a line of the sheet rather than a person: headings again, a total, a signature. A
 * row with five digits where the ID should be is a person whose number is damaged.
 */
export function isNoPerson(cells: readonly string[], columns: ColumnChoice): boolean {
  const at = (column: number | undefined) => cells[column ?? -1] ?? "";
  if (toArabicDigits(at(columns.nationalId)).replace(/\D/g, "").length >= 5) return false;
  if (looksLikeHeader(cells)) return true;
  if (!saysNothing(at(columns.subdistrict)) || !saysNothing(at(columns.address))) return false;
  const filled = cells.filter((cell) => !saysNothing(cell));
  return (
    filled.length <= 2 || (filled.length <= 5 && filled.some((cell) => begins.test(tidyThai(cell))))
  );
}
