/** What may be wrong with a field, whichever form it stands in: schemas and refusals name these. */
export const form = {
  missing: "กรุณากรอกข้อนี้",
  choose: "กรุณาเลือกหนึ่งข้อ",
  tooLong: "ข้อความยาวเกินไป",
  date: "กรุณากรอกวันที่ให้ถูกต้อง",
  future: "วันที่ต้องไม่เลยวันนี้",
  past: "วันที่ต้องไม่ก่อนวันนี้",
  beforeMeasure: "วันที่ต้องไม่ก่อนวันที่ 1 กุมภาพันธ์ 2561",
  order: "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม",
  number: "กรุณากรอกเป็นตัวเลข",
  time: "กรุณากรอกเวลาเป็น ชั่วโมง:นาที เช่น 09:30",
  phone: "กรุณากรอกหมายเลขโทรศัพท์ 9 ถึง 10 หลัก",
  wrong: "ข้อมูลข้อนี้ยังไม่ถูกต้อง กรุณาตรวจสอบ",
  saved: "บันทึกแล้ว",
} as const;
