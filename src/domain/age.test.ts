import { expect, test } from "vitest";
import { ageToday, bornOn } from "./age";

const listed = { birthDate: "1958-03-01", correctedBirthDate: null };

test.each([
  ["2018-02-28", 59],
  ["2018-03-01", 60],
  ["2018-09-01", 60],
])("on %s somebody born on 1 March 2501 is %i", (today, age) => {
  expect(ageToday(listed, today)).toBe(age);
});

test("the corrected birth date stands; where nobody knows one there is no age", () => {
  expect(bornOn({ ...listed, correctedBirthDate: "1960-05-02" })).toBe("1960-05-02");
  expect(ageToday({ ...listed, correctedBirthDate: "1960-05-02" }, "2018-03-14")).toBe(57);
  expect(ageToday({ birthDate: null, correctedBirthDate: null }, "2018-03-14")).toBeNull();
});
