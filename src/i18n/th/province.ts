/** The province's page: its districts side by side; and the people found on no list. */
export const province = {
  title: "ภาพรวมจังหวัด",
  districts: "รายอำเภอ",
  districtsSub: "กลุ่มที่ต้องไปพบ และกลุ่มสมัครใจที่ประสงค์",
  district: "อำเภอ",
  all: "รวมทั้งจังหวัด",
  unlistedTitle: "มาแล้วไม่พบรายชื่อ",
  unlistedHeadline: "มาแล้วไม่พบรายชื่อ {people, number} ราย",
  unlistedNone: "ยังไม่มีผู้ที่มาแล้วไม่พบรายชื่อ",
  unlistedNoneText: "เมื่อจุดรับแจ้งบันทึกผู้ที่มาแล้วไม่พบรายชื่อ รายการจะแสดงที่นี่",
  unlistedSub: "ผู้ที่มาแสดงความประสงค์แล้วไม่มีชื่อในบัญชีของกระทรวงการคลัง จังหวัดเป็นผู้พิจารณาต่อไป",
  name: "ชื่อ",
  nationalId: "เลขประจำตัวประชาชน",
  phone: "โทรศัพท์",
  place: "สถานที่รับแจ้ง",
  cameOn: "วันที่มา",
  receipt: "เลขที่ใบรับ",
} as const;
