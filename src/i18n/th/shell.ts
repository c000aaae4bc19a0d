/** The frame around every page, and the pages that stand in when one is missing or broken. */
export const shell = {
  brand: "สุขใจ",
  description: "ระบบดูแลแผนพัฒนารายบุคคลของผู้มีบัตรสวัสดิการแห่งรัฐ",
  search: "ค้นหาผู้มีบัตร",
  signOut: "ออกจากระบบ",
  home: "หน้าแรก",
  holders: "ผู้มีบัตร",
  catalogue: "โครงการ",
  interpretations: "ทะเบียนการตีความ",
  notFoundTitle: "ไม่พบหน้าที่ต้องการ",
  notFoundText: "ที่อยู่นี้อาจพิมพ์ผิด หรือรายการนี้อยู่นอกพื้นที่รับผิดชอบของท่าน",
  errorTitle: "เปิดหน้านี้ไม่ได้",
  errorText: "ระบบขัดข้องชั่วคราว ข้อมูลที่บันทึกแล้วไม่สูญหาย กรุณาลองอีกครั้ง หากยังพบปัญหา โปรดแจ้งผู้ดูแลระบบ",
  errorCode: "รหัส: {code}",
  tryAgain: "ลองอีกครั้ง",
  backHome: "กลับหน้าแรก",
} as const;
