/** Rows of the Ministry's list that are ticked to be marked together. */
export const ticks = {
  all: "เลือกทั้งหน้า {count, number} รายการ",
  none: "ไม่เลือกเลย",
  tick: "เลือก {name}",
  chosen: "เลือกไว้ {count, number} รายการ",
  reportedOn: "วันที่บันทึกเข้าฐานข้อมูล",
  mark: "บันทึกเข้าระบบแล้ว {count, number} รายการ",
  marked: "ทำเครื่องหมายว่ารายงานแล้ว {count, number} รายการ",
} as const;
