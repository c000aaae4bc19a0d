/** The province's page: its districts side by side; and the people found on no list. */
export const province = {
  title: "ภาพรวมจังหวัด",
  districts: "รายอำเภอ",
  districtsSub: "กลุ่มที่ต้องไปพบ และกลุ่มสมัครใจที่ประสงค์",
  district: "อำเภอ",
  all: "รวมทั้งจังหวัด",
} as const;
