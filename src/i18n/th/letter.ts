/** The fixed words of an official letter. */
export const letter = {
  number: "ที่ {number}",
  subject: "เรื่อง",
  to: "เรียน",
  reference: "อ้างถึง",
  enclosed: "สิ่งที่ส่งมาด้วย",
  closing: "ขอแสดงความนับถือ",
  print_letter: "พิมพ์หนังสือ",
  print_notice: "พิมพ์ประกาศ",
  print_order: "พิมพ์คำสั่ง",
} as const;
