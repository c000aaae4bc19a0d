import type { Answers } from "@/domain/assessment";
import { incomeJudging } from "@/domain/income-in-force";
import { menuFor } from "@/domain/rules/menu";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";
import { bandOf } from "@/domain/rules/top-up";
import type { StoredForms } from "./facts";
import { targetGroupOf } from "./groups";

/** Whether a project is on the menu of a form: by the rules of the day of the interview, its group and the band. */
export function onMenuOf(ruleSets: RuleSets, { holder }: StoredForms) {
  return (project: string, answers: Answers): boolean => {
    const on = answers.interviewedOn ?? "";
    const rules = rulesOn(ruleSets, on);
    const band = bandOf(rules, incomeJudging(holder.incomes, on)).id;
    return menuFor(rules, targetGroupOf(rules, answers), band).some(
      (line) => line.project === project,
    );
  };
}
