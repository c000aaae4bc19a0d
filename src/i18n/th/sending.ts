/** The question about a change whose answer was lost and which was edited before it was sent again. */
export const sending = {
  sessionEnded: "หมดเวลาการเข้าใช้ระบบ ยังไม่ได้บันทึก",
  sessionEndedText: "สิ่งที่กรอกยังอยู่ในหน้านี้ เข้าสู่ระบบในแท็บใหม่ แล้วกลับมากดบันทึกอีกครั้ง",
  signInBeside: "เข้าสู่ระบบในแท็บใหม่",
  earlierTitle: "การส่งครั้งก่อนบันทึกไว้แล้ว",
  earlierText:
    "คำตอบของระบบครั้งก่อนมาไม่ถึงเครื่องนี้ แต่ระบบบันทึกไว้แล้วตามที่กรอกในครั้งนั้น ส่วนที่แก้ไขหลังจากนั้นยังไม่ได้บันทึก",
  useEarlier: "ใช้ตามที่บันทึกไว้แล้ว",
  recordBoth: "บันทึกที่แก้ไขเพิ่มอีกรายการ",
} as const;
