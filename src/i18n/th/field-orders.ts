/** Which columns a file for the Ministry has, in which order, from which day. */
export const fieldOrders = {
  lines: "ชื่อช่อง บรรทัดละหนึ่งช่อง ตามลำดับ",
  all: "ชื่อช่องที่ใช้ได้ทั้งหมด",
  from: "ใช้ตั้งแต่วันที่",
  reason: "เหตุผลหรือที่มา",
  save: "ใช้ลำดับนี้",
  now: "ลำดับที่ใช้อยู่",
  first: "ลำดับเริ่มต้นของระบบ",
  by: "ตั้งแต่ {date} โดย {name}: {reason}",
} as const;
