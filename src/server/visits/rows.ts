import { invalid, Refusal } from "@/domain/result";
import { measureFrom } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import type { CommandScope } from "@/server/command";

/** What every row of a case has: its holder, where, by whom, on which programme day. */
export function caseRow(scope: CommandScope<{ holderId: string }>) {
  const { id, input, subject, actor, today } = scope;
  if (!subject.provinceCode || !subject.districtCode) throw new Refusal("NOT_FOUND");
  return {
    id,
    holderId: input.holderId,
    provinceCode: subject.provinceCode,
    districtCode: subject.districtCode,
    recordedById: actor.id,
    recordedOn: toDateColumn(today),
  };
}

/** A day on which something happened: since the programme began, not after today. */
export function happenedOn(
  { today, ruleSets }: Pick<CommandScope<unknown>, "today" | "ruleSets">,
  field: string,
  day: string,
): Date {
  if (day > today) throw invalid({ [field]: "future" });
  if (day < measureFrom(ruleSets)) throw invalid({ [field]: "beforeMeasure" });
  return toDateColumn(day);
}
