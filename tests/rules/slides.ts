import { deepEqual, equal } from "node:assert/strict";
import { answer, gives, type Statement } from "./statement";

/** The slides that the letter encloses: who comes, who is visited, who sits in, and when people are followed up. */
export const slideStatements: readonly Statement[] = [
  {
    clause: "walk_in.window",
    quote: "โดยสมัครใจ ณ สถานที่ที่นายอำเภอกำหนด ระหว่าง 1 - 28 ก.พ. 2561",
    says: "holders come from 1 to 28 February 2561; whoever did need not be visited",
    holds: (rules, its) => {
      its.value(rules.walkIn, { from: "2018-02-01", until: "2018-02-28" });
      its.reasons("WALK_IN_DONE");
      for (const intentOn of ["2018-02-01", "2018-02-28"])
        equal(answer(rules, { intentOn }).outreach, "walk_in_done");
      deepEqual(rules.words.walkIn, { period: "1–28 ก.พ. 2561", month: "เดือนกุมภาพันธ์" });
    },
  },
  {
    clause: "visit.must_reach",
    quote: "ผู้มีบัตรสวัสดิการแห่งรัฐที่มีรายได้ไม่เกิน 30,000 บาท และมีอายุไม่เกิน 60 ปี",
    says: "both together make the people who must be reached",
    holds: (rules, its) => {
      its.reasons("MUST_REACH");
      gives(rules, {}, ["MUST_REACH"], ["VOLUNTARY"]);
      equal(rules.words.mustReach, "รายได้ไม่เกิน 30,000 บาท และอายุไม่เกิน 60 ปี");
    },
  },
  {
    clause: "visit.income",
    quote: "มีรายได้ไม่เกิน 30,000 บาท",
    says: "an income up to 30,000 baht, that sum included",
    holds: (rules, its) => {
      its.value(rules.mustReach.incomeUpToSatang, 3_000_000);
      gives(rules, { incomeSatang: 3_000_000 }, ["MUST_REACH"]);
      gives(rules, { incomeSatang: 3_000_001 }, ["VOLUNTARY"]);
    },
  },
  {
    clause: "visit.age",
    quote: "มีอายุไม่เกิน 60 ปี",
    says: "an age up to 60, that year included",
    holds: (rules, its) => {
      its.value(rules.mustReach.ageUpTo, 60);
      its.reasons("AGE_UP_TO_60", "AGE_OVER_60");
      deepEqual(rules.mustReach.ages, {
        upTo: { id: "up_to_60", reason: "AGE_UP_TO_60" },
        over: { id: "over_60", reason: "AGE_OVER_60" },
      });
      gives(rules, { birthDate: "1957-02-02" }, ["AGE_UP_TO_60", "MUST_REACH"]);
      gives(rules, { birthDate: "1957-02-01" }, ["AGE_OVER_60", "VOLUNTARY"]);
      equal(rules.words.ages.up_to_60, "ไม่เกิน 60 ปี");
      equal(rules.words.ages.over_60, "เกิน 60 ปี");
    },
  },
  {
    clause: "visit.did_not_come",
    quote: "ไม่ได้มาแจ้งความประสงค์ระหว่าง 1 - 28 ก.พ. 2561",
    says: "whoever of them did not come in those days is visited",
    holds: (rules, its) => {
      its.reasons("MANDATORY_VISIT");
      for (const intentOn of [null, "2018-01-31", "2018-03-01"])
        gives(rules, { intentOn }, ["MANDATORY_VISIT"], ["WALK_IN_DONE"]);
    },
  },
  {
    clause: "visit.window",
    quote: "ลงพื้นที่ไปสัมภาษณ์ถึงบ้านระหว่าง 1 มี.ค. - 30 เม.ย. 2561",
    says: "they are visited from 1 March to 30 April 2561",
    holds: (rules, its) => its.value(rules.homeVisits, { from: "2018-03-01", until: "2018-04-30" }),
  },
  {
    clause: "roles.co_interview",
    quote: "มอบหมายเจ้าหน้าที่ของ อ.ก.ส. หรือ อ.อมลีน ร่วมสัมภาษณ์กับ AO",
    says: "an officer of ธ.ก.ส. or ออมสิน joins the interview",
    holds: (rules, its) => {
      its.reasons("CO_INTERVIEW");
      gives(rules, { aoAgency: "CDD" }, ["CO_INTERVIEW"]);
    },
  },
  {
    clause: "roles.follow_up_rounds",
    quote: "อย่างน้อย 2 ครั้ง ในเดือน มี.ย. 2561 และเดือน ก.ย. 2561",
    says: "two rounds of follow-up: June and September 2561",
    holds: (rules, its) => {
      its.value(rules.followUpRounds, [
        { id: "june", from: "2018-06-01", until: "2018-06-30" },
        { id: "september", from: "2018-09-01", until: "2018-09-30" },
      ]);
      deepEqual(rules.words.rounds, {
        june: { name: "รอบ มิ.ย. 2561", short: "รอบ มิ.ย.", long: "รอบเดือนมิถุนายน" },
        september: { name: "รอบ ก.ย. 2561", short: "รอบ ก.ย.", long: "รอบเดือนกันยายน" },
      });
      equal(rules.words.followUps, "อย่างน้อย 2 ครั้ง ในเดือน มิ.ย. และ ก.ย. 2561");
    },
  },
];
