/** The province's page: its districts side by side; and the people found on no list. */
export const province = {
  title: "ภาพรวมจังหวัด",
  districts: "รายอำเภอ",
  districtsSub: "กลุ่มที่ต้องไปพบ และกลุ่มสมัครใจที่ประสงค์",
  district: "อำเภอ",
  all: "รวมทั้งจังหวัด",
  staff: "AO รายอำเภอ",
  staffSub:
    "จำนวน AO ที่ต้องใช้ตามแผนของแต่ละอำเภอ ผู้ที่ทำงานหลายอำเภอนับตามส่วน จำนวนที่ขาดปัดขึ้นเป็นจำนวนเต็ม อำเภอหนึ่งเกินไม่ชดเชยอีกอำเภอที่ขาด",
  staffLeft: "ต้องสัมภาษณ์",
  staffNeeded: "ต้องใช้ AO",
  staffPresent: "มี",
  staffMissing: "ขาด",
  staffNever: "ไม่มีวันเหลือ",
  seeStaff: "ดูอำเภอที่ขาด AO",
} as const;
