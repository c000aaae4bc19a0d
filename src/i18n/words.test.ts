import { expect, test } from "vitest";
import { dueOf } from "@/domain/due";
import { say } from "./words";

test.each([
  ["2018-02-26", "วันนี้"],
  ["2018-02-27", "1 วัน"],
  ["2018-03-02", "4 วัน"],
  ["2018-02-24", "เกิน 2 วัน"],
  ["2015-01-01", "เกิน 1,152 วัน"],
])("on 26 Feb 2561 a day %s is said as %s", (dueOn, words) => {
  expect(say("words.due", dueOf(dueOn, "2018-02-26"))).toBe(words);
});

test("screens, files, mails and the command line speak through the same door", () => {
  expect(say("words.district", { name: "ลอง" })).toBe("อำเภอลอง");
  expect(say("exports.asOf", { date: "26 ก.พ. 61" })).toBe("ข้อมูล ณ 26 ก.พ. 61");
  expect(say("console.backedUp")).toBe("สำรองข้อมูลแล้ว");
  expect(say("digest.subject", { count: 1_200 })).toContain("1,200 เรื่อง");
});

test("a key that is not there is a fault, and no text", () => {
  const key = "words.noSuchKey" as string as "words.mustReach";
  expect(() => say(key)).toThrow();
  expect(say.has(key)).toBe(false);
});
