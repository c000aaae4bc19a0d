import { deepEqual, equal } from "node:assert/strict";
import { menuFor } from "@/domain/rules/menu";
import { targetGroups } from "@/domain/rules/rule-set";
import { answer, gives, months, type Statement } from "./statement";

/** The register of interpretations: what the papers leave open, as it was decided. */
export const registerStatements: readonly Statement[] = [
  {
    clause: 1,
    quote: "ใช้วันแรกสุดที่ตอบว่าประสงค์",
    says: "of the desk's and the interview's yes the earliest counts",
    holds: (rules, its) => {
      its.value(rules.topUp.trigger, "earliest");
      its.reasons("EARLIEST_YES");
      const march = "9 x 200 from 2018-04";
      equal(months(rules, { intentOn: "2018-03-05", assessedOn: "2018-04-02" }), march);
      equal(months(rules, { intentOn: "2018-04-02", assessedOn: "2018-03-05" }), march);
      gives(rules, { assessedOn: "2018-03-05" }, ["EARLIEST_YES"]);
    },
  },
  {
    clause: 2,
    quote: "รายได้ 30,000 บาทพอดีอยู่ในกลุ่มไม่เกิน 30,000 บาท",
    says: "exactly 30,000 baht is in the lower band, and that is said",
    holds: (rules, its) => {
      its.reasons("INCOME_EXACTLY_30000");
      equal(rules.incomeBands[0].reasons.exactly, "INCOME_EXACTLY_30000");
      gives(rules, { incomeSatang: 3_000_000 }, ["INCOME_EXACTLY_30000", "MONTHLY_200"]);
      gives(rules, { incomeSatang: 2_999_999 }, [], ["INCOME_EXACTLY_30000"]);
    },
  },
  {
    clause: 3,
    quote: "นับอายุเป็นปีเต็ม ณ วันที่ 1 กุมภาพันธ์ 2561 วันเดียวตลอดรอบ",
    says: "ages are counted on 1 February 2561; an unknown one as not over 60",
    holds: (rules, its) => {
      its.value(rules.mustReach.ageOn, "2018-02-01");
      its.reasons("AGE_COUNTED", "AGE_UNKNOWN");
      gives(rules, { birthDate: "1957-02-02" }, ["AGE_COUNTED", "MUST_REACH"]);
      gives(rules, { birthDate: null }, ["AGE_UNKNOWN", "MUST_REACH"]);
      deepEqual(rules.words.ages, {
        up_to_60: "ไม่เกิน 60 ปี",
        over_60: "เกิน 60 ปี",
        unknown: "ไม่ทราบ นับเป็นไม่เกิน 60 ปี",
        countedOn: "1 ก.พ. 2561",
      });
    },
  },
  {
    clause: 4,
    quote: "ไม่นับการแสดงความประสงค์ก่อนวันที่ 1 กุมภาพันธ์ 2561 แต่วันที่อีกวันหนึ่งยังนับได้",
    says: "a yes before 1 February 2561 does not count, another day still may; after February a yes counts from its own month",
    holds: (rules, its) => {
      its.value(rules.topUp.yesCountsFrom, "2018-02-01");
      its.reasons("BEFORE_WINDOW", "YES_BEFORE_WINDOW_IGNORED", "YES_AFTER_WALK_IN");
      equal(months(rules, { intentOn: "2018-01-31" }), "BEFORE_WINDOW");
      equal(months(rules, { intentOn: "2018-02-01" }), "10 x 200 from 2018-03");
      const two = { intentOn: "2018-01-31", assessedOn: "2018-03-05" };
      equal(months(rules, two), "9 x 200 from 2018-04");
      gives(rules, two, ["YES_BEFORE_WINDOW_IGNORED", "YES_AFTER_WALK_IN"]);
      deepEqual(rules.words.yesCountsFrom, { short: "1 ก.พ. 2561", long: "1 กุมภาพันธ์ 2561" });
      deepEqual(rules.words.noTopUp.BEFORE_WINDOW, {
        short: "วันที่แสดงความประสงค์อยู่ก่อนวันที่ 1 ก.พ. 2561",
        interview: "วันที่แสดงความประสงค์อยู่ก่อนเริ่มมาตรการ",
      });
    },
  },
  {
    clause: 5,
    quote: "ตามลำดับเดิม ต่อด้วยโครงการมิติที่ 4 สามโครงการสำหรับทุกกลุ่ม ผู้ที่ไม่ทำงานได้เฉพาะสามโครงการนี้",
    says: "11, 9 and 13 printed lines, then the three projects of the fourth dimension for everybody; who does not work has these only",
    holds: (rules, its) => {
      its.value(rules.everyGroup, ["GHB-01", "SLF-01", "NSF-01"]);
      its.reasons("MENU_CATEGORIES", "MENU_NOT_WORKING", "MENU_DIMENSION_4_FOR_ALL");
      its.reasons("NO_TARGET_GROUP");
      deepEqual(
        targetGroups.map((group) => rules.menus[group].length),
        [11, 9, 13, 0],
      );
      for (const { id } of rules.incomeBands)
        deepEqual(
          targetGroups.map((group) => menuFor(rules, group, id).length),
          [14, 12, 16, 3],
        );
      deepEqual(rules.menuReasons, {
        farmer: ["MENU_FARMER", "MENU_CATEGORIES"],
        employed: ["MENU_EMPLOYED", "MENU_CATEGORIES"],
        self_employed: ["MENU_SELF_EMPLOYED", "MENU_CATEGORIES"],
        not_working: ["MENU_NOT_WORKING"],
      });
      deepEqual(rules.everyGroupReasons, ["MENU_DIMENSION_4", "MENU_DIMENSION_4_FOR_ALL"]);
      gives(rules, { targetGroup: null }, ["NO_TARGET_GROUP"]);
      equal(answer(rules, { targetGroup: null }).menu.length, 0);
    },
  },
  {
    clause: 6,
    quote: "แสดงเฉพาะ 28 โครงการที่มีชื่อในเอกสาร และแจ้งว่าอีกอย่างน้อย 6 โครงการไม่มีชื่อ",
    says: "28 projects are named of at least 34",
    holds: (rules, its) => {
      its.value(rules.projectsAnnounced, 34);
      equal(Object.keys(rules.projects).length, 28);
    },
  },
  {
    clause: 7,
    quote: "เสนอ ธ.ก.ส. สำหรับเกษตรกร และออมสินสำหรับกลุ่มอื่น",
    says: "an officer from neither bank is joined by one of theirs: ธ.ก.ส. for farmers, ออมสิน for all others",
    holds: (rules, its) => {
      its.value(rules.coInterview, {
        banks: ["BAAC", "GSB"],
        proposedFor: {
          farmer: "BAAC",
          employed: "GSB",
          self_employed: "GSB",
          not_working: "GSB",
          unknown: "GSB",
        },
      });
      its.reasons("AO_AGENCY_UNKNOWN", "AO_FROM_BANK", "AO_NOT_FROM_BANK");
      its.reasons("CO_INTERVIEWER_BAAC", "CO_INTERVIEWER_GSB");
      gives(rules, { aoAgency: "CDD" }, ["AO_NOT_FROM_BANK", "CO_INTERVIEWER_BAAC"]);
      for (const aoAgency of ["BAAC", "GSB"] as const) gives(rules, { aoAgency }, ["AO_FROM_BANK"]);
    },
  },
  {
    clause: 9,
    quote: "ผู้มีรายได้ปี 2559 เกิน 100,000 บาทไม่ใช่ผู้มีสิทธิถือบัตร จึงไม่มีวงเงินเพิ่มเติม",
    says: "an income over 100,000 baht is no card holder's: no top-up",
    holds: (rules, its) => {
      its.value(rules.incomeCeilingSatang, 10_000_000);
      its.reasons("INCOME_OVER_100000");
      equal(rules.overCeiling, "INCOME_OVER_100000");
      equal(months(rules, { incomeSatang: 10_000_000 }), "10 x 100 from 2018-03");
      equal(months(rules, { incomeSatang: 10_000_001 }), "INCOME_OVER_100000");
      equal(rules.words.incomeCeiling, "100,000 บาท");
      deepEqual(rules.words.noTopUp.INCOME_OVER_100000, {
        short: "รายได้เกิน 100,000 บาท ไม่เข้าเกณฑ์ผู้มีบัตร",
        interview: "ไม่มีวงเงินเพิ่มเติม เพราะรายได้ปี 2559 เกิน 100,000 บาท",
      });
    },
  },
  {
    clause: 15,
    quote: "ผู้ที่ตอบประสงค์ในการสัมภาษณ์ระหว่างวันที่ 1–28 กุมภาพันธ์ 2561 ถือว่ามาแจ้งความประสงค์แล้ว",
    says: "a yes in an interview of February is a yes in time",
    holds: (rules, its) => {
      its.reasons("WALK_IN_BY_INTERVIEW");
      gives(rules, { intentOn: null, assessedOn: "2018-02-28" }, ["WALK_IN_BY_INTERVIEW"]);
    },
  },
  {
    clause: 16,
    quote: "เว้นวันหยุดราชการ 1 มีนาคม และ 6, 12, 13 และ 16 เมษายน 2561",
    says: "five days of the home visits are holidays",
    holds: (rules, its) =>
      its.value(rules.fieldworkHolidays, [
        "2018-03-01",
        "2018-04-06",
        "2018-04-12",
        "2018-04-13",
        "2018-04-16",
      ]),
  },
  {
    clause: 20,
    quote: "สาเหตุแต่ละข้อแนะนำโครงการในหมวดหรือมิติที่แก้สาเหตุนั้น เช่น ขาดเงินทุนแนะนำหมวดหาสินเชื่อให้",
    says: "a cause recommends the headings that answer it; no land or home asks for the fourth dimension, the others for nothing",
    holds: (rules) =>
      deepEqual(rules.causes, {
        market: { categories: ["หาตลาดให้"] },
        debt: { categories: ["ลดภาระ"] },
        capital: { categories: ["หาสินเชื่อให้"] },
        skill: { categories: ["เพิ่มทักษะฝีมือ"] },
        money_knowledge: { categories: ["เพิ่มพูนศักยภาพ"] },
        no_steady_work: { categories: ["หางานให้"] },
        no_trade_channel: { categories: ["หาโอกาสทางธุรกิจให้", "หาตลาดให้"] },
        no_land_or_home: { categories: [], dimension: 4 },
        ill_or_disabled: { categories: [] },
        caring: { categories: [] },
        disaster: { categories: [] },
        other: { categories: [] },
      }),
  },
];
