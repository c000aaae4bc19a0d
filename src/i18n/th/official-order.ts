/** The fixed words of an official notice or order. */
export const officialOrder = {
  notice: "ประกาศ{office}",
  order: "คำสั่ง{office}",
  number: "ที่ {number}",
  subject: "เรื่อง {subject}",
  given_notice: "ประกาศ ณ วันที่ {date}",
  given_order: "สั่ง ณ วันที่ {date}",
} as const;
