import type { RuleWords } from "@/domain/rules/rule-words";

/** How screens and papers name what the rules of 2561 decide by. */
export const words2018 = {
  rules: "หลักเกณฑ์ตามมติ ครม. 9 ม.ค. 2561",
  bands: {
    up_to_30000: "ไม่เกิน 30,000 บาท",
    over_30000: "เกิน 30,000 บาท",
  },
  ages: {
    up_to_60: "ไม่เกิน 60 ปี",
    over_60: "เกิน 60 ปี",
    unknown: "ไม่ทราบ นับเป็นไม่เกิน 60 ปี",
    countedOn: "1 ก.พ. 2561",
  },
  incomeYear: "2559",
  mustReach: "รายได้ไม่เกิน 30,000 บาท และอายุไม่เกิน 60 ปี",
  rounds: {
    june: { name: "รอบ มิ.ย. 2561", short: "รอบ มิ.ย.", long: "รอบเดือนมิถุนายน" },
    september: { name: "รอบ ก.ย. 2561", short: "รอบ ก.ย.", long: "รอบเดือนกันยายน" },
  },
  followUps: "อย่างน้อย 2 ครั้ง ในเดือน มิ.ย. และ ก.ย. 2561",
  walkIn: { period: "1–28 ก.พ. 2561", month: "เดือนกุมภาพันธ์" },
  yesCountsFrom: { short: "1 ก.พ. 2561", long: "1 กุมภาพันธ์ 2561" },
  noTopUp: {
    NO_YES: { short: "ยังไม่ได้แสดงความประสงค์พัฒนาตนเอง", interview: "ยังไม่มีคำตอบว่าประสงค์" },
    BEFORE_WINDOW: {
      short: "วันที่แสดงความประสงค์อยู่ก่อนวันที่ 1 ก.พ. 2561",
      interview: "วันที่แสดงความประสงค์อยู่ก่อนเริ่มมาตรการ",
    },
    SCHEME_ENDED: {
      short: "แสดงความประสงค์หลังเดือนสุดท้ายของมาตรการ",
      interview: "พ้นเดือนสุดท้ายของวงเงินเพิ่มเติมแล้ว",
    },
    INCOME_OVER_100000: {
      short: "รายได้เกิน 100,000 บาท ไม่เข้าเกณฑ์ผู้มีบัตร",
      interview: "ไม่มีวงเงินเพิ่มเติม เพราะรายได้ปี 2559 เกิน 100,000 บาท",
    },
  },
} as const satisfies RuleWords;
