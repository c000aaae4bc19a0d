import type { RefusalCode } from "@/domain/result";

/** What to do when the server says no; one sentence for every code of domain/result.ts, and for silence. */
export const refusal = {
  INVALID: "ข้อมูลไม่ครบหรือไม่ถูกต้อง กรุณาตรวจสอบข้อที่แจ้งไว้แล้วบันทึกอีกครั้ง",
  NOT_SIGNED_IN: "หมดเวลาการเข้าใช้ระบบ กรุณาเข้าสู่ระบบอีกครั้ง",
  NOT_FOUND: "ไม่พบรายการนี้ในพื้นที่รับผิดชอบของท่าน",
  NOT_ALLOWED: "ท่านไม่มีสิทธิ์ทำรายการนี้",
  CONFLICT: "มีผู้แก้ไขรายการนี้ไปก่อนแล้ว กรุณาเปิดใหม่เพื่อดูข้อมูลล่าสุด",
  ALREADY_RECORDED: "รายการนี้บันทึกไว้แล้ว ไม่ต้องบันทึกซ้ำ",
  DESK_NOT_OPEN: "วันนี้ยังไม่ได้เปิดจุดรับแจ้ง กรุณาให้ปลัดอำเภอเปิดจุดรับแจ้งก่อน",
  OUTSIDE_WINDOW: "วันที่นี้อยู่นอกช่วงเวลาที่กำหนด",
  NEEDS_OTHER_OFFICER: "ต้องให้เจ้าหน้าที่อีกคนหนึ่งเป็นผู้ยืนยัน",
  ACTED_ON: "มีผู้ดำเนินการกับรายชื่อในชุดนี้แล้ว จึงยกเลิกทั้งชุดไม่ได้",
  TOO_LARGE: "ข้อมูลใหญ่เกินกำหนด",
  BUSY: "ระบบกำลังมีผู้ใช้งานมาก กรุณาลองอีกครั้งในครู่เดียว",
  UNREACHABLE: "ติดต่อระบบไม่ได้ ยังไม่ได้บันทึก กรุณาอย่าปิดหน้านี้",
} as const satisfies Record<RefusalCode | "UNREACHABLE", string>;
