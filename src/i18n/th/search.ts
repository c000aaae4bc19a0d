/** The search of the bar; what is found and how is said by the desk's words. */
export const search = {
  title: "ค้นหาผู้มีบัตร",
  hintProvince: "ค้นทั้งจังหวัด ด้วยเลข 13 หลัก หรือชื่ออย่างน้อย 3 ตัวอักษร ส่วนใดก็ได้",
  hintDistrict: "ค้นในอำเภอของท่าน ด้วยเลข 13 หลัก หรือชื่อ (2 ตัวอักษรขึ้นต้น หรือ 3 ตัวอักษรส่วนใดก็ได้)",
  hintCaseload: "ค้นในผู้มีบัตรในความรับผิดชอบของท่าน ด้วยเลข 13 หลัก หรือชื่ออย่างน้อย 2 ตัวอักษร ส่วนใดก็ได้",
  compact: "ชื่อ หรือเลข 13 หลัก",
} as const;
