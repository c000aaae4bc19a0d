import type { RuleWords } from "@/domain/rules/rule-words";

/** The words of the invented set of 2562. */
export const words2019 = {
  rules: "หลักเกณฑ์สมมติ 15 ม.ค. 2562",
  bands: { up_to_40000: "ไม่เกิน 40,000 บาท", over_40000: "เกิน 40,000 บาท" },
  ages: {
    up_to_65: "ไม่เกิน 65 ปี",
    over_65: "เกิน 65 ปี",
    unknown: "ไม่ทราบ นับเป็นไม่เกิน 65 ปี",
    countedOn: "1 ม.ค. 2562",
  },
  incomeYear: "2560",
  incomeCeiling: "120,000 บาท",
  mustReach: "รายได้ไม่เกิน 40,000 บาท และอายุไม่เกิน 65 ปี",
  rounds: {
    may: { name: "รอบ พ.ค. 2562", short: "รอบ พ.ค.", long: "รอบเดือนพฤษภาคม" },
    july: { name: "รอบ ก.ค. 2562", short: "รอบ ก.ค.", long: "รอบเดือนกรกฎาคม" },
    september: { name: "รอบ ก.ย. 2562", short: "รอบ ก.ย.", long: "รอบเดือนกันยายน" },
  },
  followUps: "อย่างน้อย 3 ครั้ง ในเดือน พ.ค. ก.ค. และ ก.ย. 2562",
  walkIn: { period: "15–31 ม.ค. 2562", month: "เดือนมกราคม" },
  yesCountsFrom: { short: "15 ม.ค. 2562", long: "15 มกราคม 2562" },
  papers: [{ from: "2019-01-08", reference: "มติสมมติ เมื่อวันที่ 8 มกราคม 2562" }],
  noTopUp: {
    NO_YES: { short: "ยังไม่ได้แสดงความประสงค์", interview: "ยังไม่มีคำตอบ" },
    BEFORE_WINDOW: { short: "อยู่ก่อนวันที่ 15 ม.ค. 2562", interview: "อยู่ก่อนเริ่มมาตรการ" },
    SCHEME_ENDED: { short: "หลังเดือนสุดท้าย", interview: "พ้นเดือนสุดท้ายแล้ว" },
    INCOME_OVER_120000: { short: "รายได้เกิน 120,000 บาท", interview: "รายได้เกิน 120,000 บาท" },
  },
} as const satisfies RuleWords;
