import { extension, limited, newRow, outreach } from "@tests/builders/rule-letters";
import { expect, it } from "vitest";
import { differencesOf, ruleParts } from "@/domain/rules/differences";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";

const [rules2018] = ruleSetsOfCode;
const aboutWords = new Set(["words", "source", "version", "inForceFrom"]);
const told = (after: typeof rules2018) =>
  differencesOf(rules2018, after).filter(({ part }) => !aboutWords.has(part));

it("looks at every part of a set", () => {
  expect([...ruleParts].sort()).toEqual(
    [...new Set([...Object.keys(rules2018), "oneOffs"])].sort(),
  );
  expect(differencesOf(rules2018, rules2018)).toEqual([]);
});

it("names what a letter changes, with what it was, what it is and the letter's clause", () => {
  const clause = "หนังสือที่ กค 0402/ว 12 ลงวันที่ 20 ธันวาคม 2561 ข้อ 2";
  expect(told(extension)).toEqual(
    expect.arrayContaining([
      { part: "topUp", at: "lastMonth", before: "2018-12", after: "2019-06", clause },
      {
        part: "followUpRounds",
        at: "r2019_03.from",
        before: null,
        after: "2019-03-01",
        clause,
      },
    ]),
  );
  expect(told(extension).map(({ part }) => part)).not.toContain("incomeBands");
  expect(told(outreach)).toContainEqual(
    expect.objectContaining({ part: "mustReach", at: "ageUpTo", before: 60, after: 65 }),
  );
});

it("tells a limited project as that project, and a new row without moving the others", () => {
  expect(told(limited)).toContainEqual({
    part: "projects",
    at: "DSD-02.bands",
    before: ["up_to_30000", "over_30000"],
    after: ["up_to_30000"],
    clause: null,
  });
  const places = told(newRow).map(({ part, at }) => `${part} ${at.split(".").slice(0, 2)}`);
  expect(new Set(places)).toEqual(
    new Set([
      "projects MOAC-09,name",
      "projects MOAC-09,dimension",
      "projects MOAC-09,dimensionSource",
      "projects MOAC-09,agencies",
      "projects MOAC-09,bands",
      "projects MOAC-09,printed",
      "categories ",
      "menus farmer,MOAC-09",
    ]),
  );
});
