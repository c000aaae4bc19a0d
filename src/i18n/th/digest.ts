/** The daily mail: a number and a link, never a name. */
export const digest = {
  subject: "สุขใจ: แจ้งเตือนใหม่ {count, number} เรื่อง",
  text: "วันนี้มีแจ้งเตือนใหม่ {count, number} เรื่องที่ท่านยังไม่ได้อ่าน\nเปิดดูได้ที่ {link}\n\nอีเมลนี้ส่งวันละหนึ่งฉบับเมื่อมีเรื่องใหม่ และไม่มีข้อมูลส่วนบุคคล",
} as const;
