import { expect, test } from "vitest";
import { fieldOrder, ministryFields, orderInForce, rowText } from "./ministry";

test("the newest order that has begun is in force, and the default before any", () => {
  const orders = [
    { fields: ["nationalId", "note"], fromOn: "2018-07-01" },
    { fields: ["nationalId", "unknown", "phone"], fromOn: "2018-06-01" },
  ];
  expect(orderInForce(orders, "2018-05-31")).toEqual(ministryFields);
  expect(orderInForce(orders, "2018-06-30")).toEqual(["nationalId", "phone"]);
  expect(orderInForce(orders, "2018-07-01")).toEqual(["nationalId", "note"]);
});

test.each([
  [["nationalId", "nationalId"], "twice"],
  [["note"], "nationalIdNeeded"],
  [["nationalId", "colour"], "fieldName"],
])("the order %j is refused: %s", (fields, why) => {
  expect(fieldOrder.safeParse(fields).error?.issues[0]?.message).toBe(why);
});

test("a row keeps its columns whatever stands in them", () => {
  const values = { nationalId: "3540100000001", note: "ขาย\tผัก\nที่ตลาด" };
  expect(rowText(["nationalId", "phone", "note"], values)).toBe("3540100000001\t\tขาย ผัก ที่ตลาด");
});
