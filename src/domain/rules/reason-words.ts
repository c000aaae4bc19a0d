import type { GeneralReason } from "@/domain/rules/reasons";
import {
  type ReasonCode,
  type RuleSet,
  type TargetGroup,
  targetGroups,
} from "@/domain/rules/rule-set";
import { ageNamed, bandNamed } from "@/domain/rules/rule-words";
import { keysOf } from "@/domain/tables";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";

/** What the reasons say that every set can give. */
const general: Readonly<Record<GeneralReason, string>> = {
  YES_GIVEN: "แสดงความประสงค์แล้ว",
  NO_YES: "ยังไม่ได้แสดงความประสงค์",
  EARLIEST_YES: "นับวันที่แสดงความประสงค์ครั้งแรก",
  YES_BEFORE_WINDOW_IGNORED: "คำตอบก่อนวันที่เริ่มนับไม่นำมาคิด",
  BEFORE_WINDOW: "แสดงความประสงค์ก่อนวันที่เริ่มนับ",
  YES_AFTER_WALK_IN: "แสดงความประสงค์หลังช่วงมาพบ",
  FROM_NEXT_MONTH: "เริ่มนับเดือนถัดจากเดือนที่แสดงความประสงค์",
  UNTIL_LAST_MONTH: "ถึงเดือนสุดท้ายของมาตรการ",
  SCHEME_ENDED: "แสดงความประสงค์หลังเดือนสุดท้ายของมาตรการ",
  AGE_COUNTED: "นับอายุในวันเดียวกันทุกคน",
  AGE_UNKNOWN: "ไม่ทราบวันเกิด",
  MUST_REACH: "อยู่ในกลุ่มที่ต้องไปพบ",
  MANDATORY_VISIT: "ไม่ได้มาพบในช่วงมาพบ จึงต้องไปพบ",
  WALK_IN_DONE: "มาพบในช่วงมาพบแล้ว",
  WALK_IN_BY_INTERVIEW: "สัมภาษณ์ในช่วงมาพบแล้ว",
  VOLUNTARY: "ไม่อยู่ในกลุ่มที่ต้องไปพบ มาเองได้",
  CO_INTERVIEW: "มีเจ้าหน้าที่ธนาคารร่วมสัมภาษณ์",
  AO_AGENCY_UNKNOWN: "ยังไม่ทราบหน่วยงานของผู้สัมภาษณ์",
  AO_FROM_BANK: "ผู้สัมภาษณ์มาจากธนาคาร ไม่ต้องมีผู้ร่วม",
  AO_NOT_FROM_BANK: "ผู้สัมภาษณ์ไม่ได้มาจากธนาคาร ต้องมีผู้ร่วม",
  CO_INTERVIEWER_BAAC: "ผู้ร่วมสัมภาษณ์จาก ธ.ก.ส.",
  CO_INTERVIEWER_GSB: "ผู้ร่วมสัมภาษณ์จากธนาคารออมสิน",
  NO_TARGET_GROUP: "ยังไม่ทราบกลุ่มอาชีพ",
};

const groups: Readonly<Record<TargetGroup, string>> = {
  farmer: "เกษตรกร",
  employed: "ผู้ทำงานมีนายจ้าง",
  self_employed: "ผู้ทำงานอิสระ",
  not_working: "ผู้ไม่ทำงาน",
};

/** A reason in words: those that a set makes itself are worded from the value that each stands for. */
export function reasonNamed(rules: RuleSet, code: ReasonCode): string {
  const own = keysOf(general).find((each) => each === code);
  return own
    ? general[own]
    : (ofBands(rules, code) ?? ofTerms(rules, code) ?? ofMenus(rules, code));
}

function ofBands(rules: RuleSet, code: ReasonCode): string | undefined {
  for (const { id, monthlyTopUp, reasons } of rules.incomeBands) {
    const band = bandNamed(rules, id);
    if (code === reasons.income) return `รายได้${band}`;
    if (code === reasons.exactly) return `รายได้เท่ากับที่กำหนดพอดี นับเป็น${band}`;
    if (code === reasons.topUp) return `เดือนละ ${monthlyTopUp.value.toLocaleString("en-US")} บาท`;
  }
  return code === rules.overCeiling ? `รายได้เกิน ${rules.words.incomeCeiling}` : undefined;
}

function ofTerms({ topUp, oneOffs = [], mustReach, words }: RuleSet, code: ReasonCode) {
  const { upTo, over } = mustReach.ages;
  for (const age of [upTo, over])
    if (age.reason === code) return `อายุ${ageNamed({ words }, age.id)}`;
  if (topUp.retroactive?.value.reason === code) {
    const { yesUntil, from } = topUp.retroactive.value;
    return `ให้เดือนย้อนหลังตั้งแต่ ${formatThaiMonth(from)} แก่ผู้ที่แสดงความประสงค์ภายใน ${formatThaiDate(yesUntil)}`;
  }
  const once = oneOffs.find(({ value }) => value.reason === code)?.value;
  return once && `${once.name} ครั้งเดียว ${once.baht.toLocaleString("en-US")} บาท`;
}

function ofMenus({ menuReasons }: RuleSet, code: ReasonCode): string {
  const [group, ...more] = targetGroups.filter((each) => menuReasons[each].includes(code));
  if (!group) return "โครงการสำหรับทุกกลุ่ม";
  return more.length > 0 ? "เมนูโครงการของแต่ละกลุ่มอาชีพ" : `เมนูโครงการของ${groups[group]}`;
}
