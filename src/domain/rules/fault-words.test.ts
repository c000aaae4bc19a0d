import { rules2019, twoRuleSets } from "@tests/builders/rules-2019";
import { describe, expect, it } from "vitest";
import { faultWordsBySet, faultWordsOn } from "@/domain/rules/fault-words";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { referenceOn } from "@/domain/rules/rule-words";
import { say } from "@/i18n/words";

describe("when another year's set is in force", () => {
  const [rules2018] = ruleSetsOfCode;
  const bySet = faultWordsBySet(twoRuleSets);
  const then = faultWordsOn(bySet, "2018-03-01");
  const now = faultWordsOn(bySet, "2019-01-20");
  if (!then || !now) throw new Error("Both sets say what the sentences about faults name");

  it("says what is wrong with a field by the set of the day", () => {
    expect(say("form.incomeTooHigh", then)).toContain("100,000 บาท");
    expect(say("form.incomeTooHigh", now)).toContain("120,000 บาท");
    expect(say("desk.outsideWindow", then)).toContain("1–28 ก.พ. 2561");
    expect(say("desk.outsideWindow", now)).toContain("15–31 ม.ค. 2562");
  });

  it("goes on to say that nothing happened before the first set's first day", () => {
    for (const words of [then, now]) {
      expect(say("form.beforeMeasure", words)).toContain("1 กุมภาพันธ์ 2561");
      expect(say("assessment.errorBeforeMeasure", words)).toContain("1 กุมภาพันธ์ 2561");
    }
  });

  it("names the income's year, the day of the ages, who must be reached and the follow-ups", () => {
    const sentences = ({ words }: RuleSet) => [
      say("caseFile.income", { year: words.incomeYear }),
      say("followUps.incomeOfYear", { year: words.incomeYear }),
      say("exports.col_age", { countedOn: words.ages.countedOn }),
      say("district.everyoneSub", { mustReach: words.mustReach }),
      say("assessment.nextContactHint", { followUps: words.followUps }),
    ];
    const wanted = [/2559/, /2559/, /1 ก\.พ\. 2561/, /30,000/, /มิ\.ย\. และ ก\.ย\. 2561/];
    const next = [/2560/, /2560/, /1 ม\.ค\. 2562/, /40,000/, /พ\.ค\. ก\.ค\. และ ก\.ย\. 2562/];
    for (const [index, text] of sentences(rules2018).entries())
      expect(text).toMatch(wanted[index] ?? "");
    for (const [index, text] of sentences(rules2019).entries())
      expect(text).toMatch(next[index] ?? "");
  });

  it("refers to the newest paper of the day, to a province's own only there", () => {
    const on = (day: string, province: string | null) => referenceOn(rules2018, day, province);
    expect(on("2018-02-01", "54")).toContain("มติคณะรัฐมนตรี");
    expect(on("2018-02-09", "54")).toContain("ว 392");
    expect(on("2018-03-02", "54")).toContain("ว 127");
    expect(on("2018-03-02", "55")).toContain("ว 392");
    expect(referenceOn(rules2019, "2019-02-01", "54")).toContain("8 มกราคม 2562");
  });
});
