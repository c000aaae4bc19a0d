import { expect, it } from "vitest";
import { say } from "@/i18n/words";
import { referralCount } from "./referral-count";

it("counts what is listed: a project of two agencies is one project and two matters", () => {
  const loan = { project: "BAAC-01", agency: "BAAC" };
  const both = [loan, { project: "BAAC-01", agency: "GSB" }];
  expect(say("words.referralCount", referralCount(both))).toBe("1 โครงการ 2 เรื่อง");
  // Sent once more, it stands there twice.
  expect(say("words.referralCount", referralCount([loan, loan]))).toBe("1 โครงการ 2 เรื่อง");
  expect(say("words.referralCount", referralCount([]))).toBe("0 โครงการ");
  // An agency that is written to for two projects has a matter of each.
  const other = { project: "GSB-01", agency: "GSB" };
  expect(say("words.referralCount", referralCount([...both, other]))).toBe("2 โครงการ 3 เรื่อง");
  expect(say("words.referralCount", referralCount([loan, other]))).toBe("2 โครงการ");
});
