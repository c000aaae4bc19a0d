import { expect, it } from "vitest";
import { say } from "@/i18n/words";
import { referralCount } from "./referral-count";

it("counts a project of two agencies once, and says the agencies where they are more than the projects", () => {
  const loan = { project: "BAAC-01", agency: "BAAC" };
  const both = [loan, { project: "BAAC-01", agency: "GSB" }];
  expect(say("words.referralCount", referralCount(both))).toBe("1 โครงการ 2 หน่วยงาน");
  expect(say("words.referralCount", referralCount([loan, loan]))).toBe("1 โครงการ");
  expect(say("words.referralCount", referralCount([]))).toBe("0 โครงการ");
  // An agency that is written to for two projects is one agency.
  const other = { project: "GSB-01", agency: "GSB" };
  expect(say("words.referralCount", referralCount([...both, other]))).toBe("2 โครงการ");
});
