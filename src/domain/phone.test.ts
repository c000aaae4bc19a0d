import { expect, test } from "vitest";
import { formatPhone } from "@/domain/phone";

test.each([
  ["0600000101", "06-0000-0101"],
  ["055534119", "0-5553-4119"],
  ["0-5553-4119 ต่อ 304", "0-5553-4119 ต่อ 304"],
  ["", ""],
])("%s is written %s", (phone, written) => {
  expect(formatPhone(phone)).toBe(written);
});
