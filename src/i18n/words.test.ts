import { expect, test } from "vitest";
import { chosen } from "./chosen";
import { say } from "./words";

test.each([
  ["today", 0, "วันนี้"],
  ["ahead", 1, "อีก 1 วัน"],
  ["ahead", 4, "อีก 4 วัน"],
  ["past", 2, "เกิน 2 วัน"],
  ["past", 1152, "เกิน 1,152 วัน"],
])("a due day that is %s by %d days is said as %s", (when, days, words) => {
  expect(say("words.due", { when, days })).toBe(words);
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

test("no message puts จังหวัด before the name of a province: one function does, and knows Bangkok", () => {
  // จังหวัด before {count} is a word of its own.
  const named = Object.entries(chosen.messages).flatMap(([noun, words]) =>
    Object.entries(words)
      .filter(([, text]) => /จังหวัด\{(name|province)/.test(text))
      .map(([key]) => `${noun}.${key}`),
  );
  expect(named).toEqual([]);
});
