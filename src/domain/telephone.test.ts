import { expect, test } from "vitest";
import { telephoneAddress } from "./telephone";

test.each([
  ["081-234-5678", "tel:0812345678"],
  ["๐๘๑ ๒๓๔ ๕๖๗๘", "tel:0812345678"],
  ["+66 81 234 5678", "tel:+66812345678"],
  ["054-511-411 ต่อ 12", "tel:054511411,12"],
])("%s is dialled by %s", (written, address) => {
  expect(telephoneAddress(written)).toBe(address);
});
