/** The fixed words of an official letter. */
export const letter = {
  number: "ที่ {number}",
  numberTerm: "ที่",
  subject: "เรื่อง",
  to: "เรียน",
  reference: "อ้างถึง",
  enclosed: "สิ่งที่ส่งมาด้วย",
  closing: "ขอแสดงความนับถือ",
  word: "ดาวน์โหลดเป็นไฟล์ Word (.docx)",
  print_letter: "พิมพ์หนังสือ",
  memo: "บันทึกข้อความ",
  memoOffice: "ส่วนราชการ",
  memoDate: "วันที่",
  print_memo: "พิมพ์บันทึกข้อความ",
  print_notice: "พิมพ์ประกาศ",
  print_order: "พิมพ์คำสั่ง",
} as const;
