import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { formVersion } from "@/domain/assessment";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { rulesOn } from "@/domain/rules/sets";
import { optionsOf, questions } from "./questions";

const firstRules = rulesOn(ruleSetsOfCode, "2018-02-26");

/** What each version of the form asks. A submitted form is printed with its version: two forms never share one. */
const asked: Readonly<Record<string, string>> = {
  "annex-3-2018-01": "7ec16e56a5605e6ea5adb884b13aaf2630368478938048aef23da97b4de3fa8d",
};

test("a form that asks something else has a version of its own", () => {
  // Codes are the rules' (`rulesVersion`), which the form of 2561 was made with.
  const form = questions.map((question) => {
    const { id, step, kind, fields, alone, max, declinable, options = [] } = question;
    const offered = question.list ? optionsOf(question, {}, firstRules) : options;
    return [id, step, kind, fields, offered, alone ?? "", max ?? "", declinable];
  });
  const digest = createHash("sha256").update(JSON.stringify(form)).digest("hex");
  expect(digest, "Raise formVersion and add its line here").toBe(asked[formVersion]);
});
