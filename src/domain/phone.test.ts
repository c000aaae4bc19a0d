import { expect, test } from "vitest";
import { formatPhone, phoneAddress } from "@/domain/phone";

test.each([
  ["0600000101", "06-0000-0101"],
  ["055534119", "0-5553-4119"],
  ["0-5553-4119 ต่อ 304", "0-5553-4119 ต่อ 304"],
  ["", ""],
])("%s is written %s", (phone, written) => {
  expect(formatPhone(phone)).toBe(written);
});

test.each([
  ["081-234-5678", "tel:0812345678"],
  ["๐๘๑ ๒๓๔ ๕๖๗๘", "tel:0812345678"],
  ["+66 81 234 5678", "tel:+66812345678"],
  ["054-511-411 ต่อ 12", "tel:054511411,12"],
])("%s is dialled by %s", (written, address) => {
  expect(phoneAddress(written)).toBe(address);
});
