import { deepEqual, equal } from "node:assert/strict";
import { gives, months, type Statement } from "./statement";

const baht = (whole: number) => whole * 100;

/** The letter: the resolution, who is paid what, from when until when, and who may join. */
export const letterStatements: readonly Statement[] = [
  {
    clause: "letter.cabinet",
    quote: "คณะรัฐมนตรีได้มีมติเมื่อวันที่ ๙ มกราคม ๒๕๖๑ เห็นชอบมาตรการพัฒนาคุณภาพชีวิตผู้มีบัตรสวัสดิการแห่งรัฐ",
    says: "the set rests on the resolution of 9 January 2561; papers refer to it until the letter of 9 February, in Phrae to that of 2 March",
    holds: (rules) => {
      deepEqual(rules.source, { citation: "letter.cabinet" });
      equal(rules.version, "2018-01-09");
      equal(rules.inForceFrom, "2018-02-01");
      equal(rules.words.rules, "หลักเกณฑ์ตามมติ ครม. 9 ม.ค. 2561");
      deepEqual(rules.words.papers, [
        { from: "2018-01-09", reference: "มติคณะรัฐมนตรี เมื่อวันที่ 9 มกราคม 2561" },
        {
          from: "2018-02-09",
          reference: "หนังสือกรมส่งเสริมการปกครองท้องถิ่น ด่วนที่สุด ที่ มท 0810.6/ว 392 ลงวันที่ 9 กุมภาพันธ์ 2561",
        },
        {
          from: "2018-03-02",
          province: "54",
          reference: "หนังสือจังหวัดแพร่ ด่วนที่สุด ที่ พร 0023.3/ว 127 ลงวันที่ 2 มีนาคม 2561",
        },
      ]);
    },
  },
  {
    clause: "letter.yes",
    quote: "ผู้มีบัตรสวัสดิการแห่งรัฐที่แสดงความประสงค์จะพัฒนาตนเองในแบบประเมินและแผนการพัฒนารายบุคคล",
    says: "whoever says yes is paid, nobody else",
    holds: (rules, its) => {
      its.reasons("YES_GIVEN", "NO_YES");
      equal(months(rules, { intentOn: null }), "NO_YES");
      gives(rules, {}, ["YES_GIVEN"], ["NO_YES"]);
      deepEqual(rules.words.noTopUp.NO_YES, {
        short: "ยังไม่ได้แสดงความประสงค์พัฒนาตนเอง",
        interview: "ยังไม่มีคำตอบว่าประสงค์",
      });
    },
  },
  {
    clause: "letter.first_month",
    quote: "โดยจะเริ่มได้รับในเดือนถัดไปหลังจากเดือนที่แสดงความประสงค์",
    says: "the first month is the one after the month of the yes, on whatever day of it",
    holds: (rules, its) => {
      its.value(rules.topUp.monthsToFirst, 1);
      its.value(rules.topUp.cutOffDay, null);
      its.reasons("FROM_NEXT_MONTH");
      equal(months(rules, { intentOn: "2018-02-28" }), "10 x 200 from 2018-03");
      equal(months(rules, { intentOn: "2018-03-01" }), "9 x 200 from 2018-04");
      equal(months(rules, { intentOn: "2018-03-31" }), "9 x 200 from 2018-04");
    },
  },
  {
    clause: "letter.last_month",
    quote: "จนถึงเดือนธันวาคม ๒๕๖๑",
    says: "the last month is December 2561: a yes of November is paid once, a later one never",
    holds: (rules, its) => {
      its.value(rules.topUp.lastMonth, "2018-12");
      its.reasons("UNTIL_LAST_MONTH", "SCHEME_ENDED");
      equal(months(rules, { intentOn: "2018-11-30" }), "1 x 200 from 2018-12");
      equal(months(rules, { intentOn: "2018-12-01" }), "SCHEME_ENDED");
      deepEqual(rules.words.noTopUp.SCHEME_ENDED, {
        short: "แสดงความประสงค์หลังเดือนสุดท้ายของมาตรการ",
        interview: "พ้นเดือนสุดท้ายของวงเงินเพิ่มเติมแล้ว",
      });
    },
  },
  {
    clause: "letter.low_income",
    quote: "ผู้มีบัตรสวัสดิการแห่งรัฐที่มีรายได้ไม่เกิน ๓๐,๐๐๐ บาท ในปี ๒๕๕๙",
    says: "the lower band is an income of 2559 up to 30,000 baht",
    holds: (rules, its) => {
      const [low] = rules.incomeBands;
      equal(low.id, "up_to_30000");
      its.value(low.incomeUpToSatang, baht(30_000));
      equal(low.reasons.income, "INCOME_UP_TO_30000");
      its.reasons("INCOME_UP_TO_30000");
      gives(rules, { incomeSatang: baht(30_000) }, ["INCOME_UP_TO_30000"], ["INCOME_OVER_30000"]);
      equal(rules.words.bands.up_to_30000, "ไม่เกิน 30,000 บาท");
      equal(rules.words.incomeYear, "2559");
    },
  },
  {
    clause: "letter.low_amount",
    quote: "จะรับวงเงินเพิ่มเติม จำนวน ๒๐๐ บาท/คน/เดือน",
    says: "the lower band is paid 200 baht a month",
    holds: (rules, its) => {
      const [low] = rules.incomeBands;
      its.value(low.monthlyTopUp, 200);
      equal(low.reasons.topUp, "MONTHLY_200");
      its.reasons("MONTHLY_200");
      equal(months(rules, { incomeSatang: baht(30_000) }), "10 x 200 from 2018-03");
    },
  },
  {
    clause: "letter.high_income",
    quote: "ผู้มีบัตรสวัสดิการแห่งรัฐที่มีรายได้สูงกว่า ๓๐,๐๐๐ บาท ในปี ๒๕๕๙",
    says: "the upper band is every higher income, by one satang already; there is no third",
    holds: (rules, its) => {
      equal(rules.incomeBands.length, 2);
      const [, high] = rules.incomeBands;
      equal(high?.id, "over_30000");
      if (high) its.value(high.incomeUpToSatang, null);
      equal(high?.reasons.income, "INCOME_OVER_30000");
      its.reasons("INCOME_OVER_30000");
      gives(rules, { incomeSatang: 3_000_001 }, ["INCOME_OVER_30000"], ["INCOME_UP_TO_30000"]);
      deepEqual(rules.words.bands, {
        up_to_30000: "ไม่เกิน 30,000 บาท",
        over_30000: "เกิน 30,000 บาท",
      });
    },
  },
  {
    clause: "letter.high_amount",
    quote: "จะได้รับวงเงินเพิ่มเติม จำนวน ๑๐๐ บาท/คน/เดือน",
    says: "the upper band is paid 100 baht a month",
    holds: (rules, its) => {
      const [, high] = rules.incomeBands;
      if (high) its.value(high.monthlyTopUp, 100);
      equal(high?.reasons.topUp, "MONTHLY_100");
      its.reasons("MONTHLY_100");
      equal(months(rules, { incomeSatang: 3_000_001 }), "10 x 100 from 2018-03");
    },
  },
  {
    clause: "letter.voluntary",
    quote: "เปิดโอกาสให้ผู้ถือบัตรสวัสดิการกลุ่มอื่นๆ เข้าร่วมการพัฒนาตนเองได้โดยสมัครใจ",
    says: "everybody else may join of their own will",
    holds: (rules, its) => {
      its.reasons("VOLUNTARY");
      gives(rules, { incomeSatang: 3_000_001 }, ["VOLUNTARY"], ["MUST_REACH"]);
      gives(rules, { birthDate: "1950-01-01" }, ["VOLUNTARY"], ["MUST_REACH"]);
    },
  },
  {
    clause: "letter.dimension_4",
    quote: "มิติที่ ๔ การเข้าถึงสิ่งจำเป็นพื้นฐาน เช่น",
    says: "the three projects of the fourth dimension rest on it",
    holds: (rules, its) => {
      its.reasons("MENU_DIMENSION_4");
      gives(rules, { targetGroup: "not_working" }, ["MENU_DIMENSION_4"]);
      equal(rules.everyGroupReasons[0], "MENU_DIMENSION_4");
    },
  },
];
