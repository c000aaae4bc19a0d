import { expect, it } from "vitest";
import { largestFirst, readTableOrder } from "./table-order";

const rows = [
  { name: "ก", left: 3 },
  { name: "ข", left: Number.POSITIVE_INFINITY },
  { name: "ค", left: 9 },
  { name: "ง", left: 3 },
  { name: "จ", left: Number.POSITIVE_INFINITY },
];
const names = (ordered: typeof rows) => ordered.map(({ name }) => name).join("");

it("puts the largest first, and leaves equal rows as they were", () => {
  expect(names(largestFirst(rows, ({ left }) => left))).toBe("ขจคกง");
  expect(names(largestFirst(rows, undefined))).toBe("กขคงจ");
  expect(names(rows)).toBe("กขคงจ");
});

it("takes a column from the address only if the table has it", () => {
  expect(readTableOrder(["left"], "left")).toBe("left");
  for (const given of ["right", undefined, ["left"], ""])
    expect(readTableOrder(["left"], given)).toBeUndefined();
});
