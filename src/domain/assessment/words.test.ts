import { buildAnswers, buildContext } from "@tests/builders/answers";
import { describe, expect, it } from "vitest";
import { causes, declineReasons, steps } from "@/domain/assessment";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { rulesOn } from "@/domain/rules/sets";
import { questionWords } from "@/i18n/question-words";
import { say } from "@/i18n/words";
import { askedQuestions, optionName } from "./asked";
import { optionsOf, questions } from "./questions";

const firstRules = rulesOn(ruleSetsOfCode, "2018-02-26");

describe("the words of the form", () => {
  it.each(questions.map((question) => [question.id, question] as const))(
    "%s is asked, named and explained, and each of its options has a name",
    (id, question) => {
      for (const say of [
        questionWords.ask,
        questionWords.formal,
        questionWords.hint,
        questionWords.short,
      ])
        expect(say(id)).toMatch(/[ก-๙]/);
      const options = id === "mainCause" ? causes : optionsOf(question, {}, firstRules);
      const names = options.map((code) => optionName(question, code, questionWords, firstRules));
      for (const name of names) expect(name).toMatch(/[ก-๙]/);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it("name every step, cause and reason of a no", () => {
    for (const step of steps) expect(say(`assessment.step_${step}`)).toMatch(/[ก-๙]/);
    for (const cause of causes) expect(questionWords.option("mainCause", cause)).toMatch(/[ก-๙]/);
    for (const reason of declineReasons)
      expect(questionWords.declineReason(reason)).toMatch(/[ก-๙]/);
  });

  it("are frozen as asked: all options of a short list, of a code list only what was answered", () => {
    const asked = askedQuestions(buildAnswers(), buildContext(), questionWords);
    const kept = (id: string) => asked.find((question) => question.id === id)?.options;
    expect(Object.keys(kept("land") ?? {})).toEqual(["enough", "not_enough", "none"]);
    expect(kept("occupation")).toEqual({ "6111": "ทำนา ทำไร่ ปลูกผัก" });
    expect(Object.keys(kept("mainCause") ?? {})).toEqual(["market", "skill"]);
    expect(kept("coInterviewer")).toBeUndefined();
  });
});
