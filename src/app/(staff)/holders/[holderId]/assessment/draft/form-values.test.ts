import { describe, expect, it, test } from "vitest";
import { questionOf } from "@/domain/assessment/questions";
import { toAnswers, toChecked, toggled, withDeclined } from "./form-values";

describe("the answers of the screen", () => {
  it("leave out what is empty, and are the same text whatever was typed first", () => {
    const typed = toAnswers({
      phone: "",
      land: "enough",
      skills: [],
      monthlyIncome: Number.NaN,
      identity: "id_card",
    });
    expect(JSON.stringify(typed)).toBe(JSON.stringify({ identity: "id_card", land: "enough" }));
    expect(toAnswers({ monthlyIncome: 0 })).toEqual({ monthlyIncome: 0 });
  });

  it("are checked with a day that was half typed, and kept without it", () => {
    const values = { interviewedOn: "2018-03-14", nextContactOn: "20/4/พ.ศ." };
    expect(toAnswers(values)).toEqual({ interviewedOn: "2018-03-14" });
    expect(toChecked(values)).toEqual(values);
    expect(toChecked({ nextContactOn: "" })).toEqual({});
  });

  it("are either given or declined", () => {
    const contact = questionOf("contactPerson");
    const declined = withDeclined(
      { contactName: "นางแก้ว", contactPhone: "08", land: "none" },
      contact,
      true,
    );
    expect(toAnswers(declined)).toEqual({ declined: ["contactPerson"], land: "none" });
    expect(toAnswers(withDeclined(declined, contact, false))).toEqual({ land: "none" });
  });
});

describe("a multiple choice", () => {
  const rules = { alone: "none", max: 2 };
  test.each([
    { chosen: [], option: "a", after: ["a"] },
    { chosen: ["a"], option: "a", after: [] },
    { chosen: ["a", "b"], option: "c", after: ["a", "b"] },
    { chosen: ["a", "b"], option: "none", after: ["none"] },
    { chosen: ["none"], option: "a", after: ["a"] },
  ])("$option on $chosen gives $after", ({ chosen, option, after }) => {
    expect(toggled(chosen, option, rules)).toEqual(after);
  });
});
