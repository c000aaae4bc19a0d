import type { AreaWords } from "@/domain/import/areas";
import { splitHouse } from "@/domain/import/repairs";
import { tidyThai, toArabicDigits } from "@/domain/thai";

/** A whole address of one cell, in its parts as they are written. */
export type Address = AreaWords & { house: string; village: string };

const ends = "(?=$|[\\s,]|ตำบล|ต\\.|แขวง|กิ่งอำเภอ|อำเภอ|อ\\.|เขต|จังหวัด|จ\\.|\\d{5}(?!\\d))";
const named = (words: string) => new RegExp(`(?:${words})\\s*(\\S+?)${ends}`);
const subdistrict = named("(?<![ก-๙])(?:ตำบล|แขวง|ต\\.|ต\\s)|ตำบล|แขวง|ต\\.");
const district = named("(?<![ก-๙])(?:กิ่งอำเภอ|อำเภอ|เขต|อ\\.|อ\\s)|อำเภอ|อ\\.");
const province = named("(?<![ก-๙])(?:จังหวัด|จ\\.|จ\\s)|จังหวัด|จ\\.");

/**
 * `27/1 หมู่ 4 ต.ปงป่าหวาย อ.เด่นชัย จ.แพร่ 54110` in its parts. Where no word marks them, the last three words are taken for
 * subdistrict, district and province; whether there is such a place is judged with the areas.
 */
export function readAddress(text: string): Address {
  const plain = toArabicDigits(tidyThai(text)).replace(/\s*(?<!\d)\d{5}$/, "");
  const at = subdistrict.exec(plain);
  if (!at) return byPlace(plain);
  const { house, village } = houseOf(plain.slice(0, at.index));
  return {
    house,
    village,
    subdistrict: at[1] ?? "",
    district: district.exec(plain)?.[1] ?? "",
    province: province.exec(plain)?.[1] ?? "",
  };
}

function byPlace(plain: string): Address {
  const words = plain.split(/[\s,]+/);
  const [sub = "", dis = "", pro = ""] = words.length >= 4 ? words.slice(-3) : [];
  const { house, village } = houseOf(sub ? words.slice(0, -3).join(" ") : plain);
  return { house, village, subdistrict: sub, district: dis, province: pro };
}

function houseOf(text: string): { house: string; village: string } {
  const bare = text.replace(/^(?:บ้านเลขที่|เลขที่|ที่อยู่)\s*/, "").replace(/[\s,]+$/, "");
  const { house, villageNo } = splitHouse(bare);
  return { house, village: villageNo === null ? "" : String(villageNo) };
}
