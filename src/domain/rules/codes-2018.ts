import { groupOf, type OccupationField, occupations } from "@/domain/occupations";
import type { Occupation, Skill } from "@/domain/rules/rule-set";
import { skillFieldOf, skillFields, skills } from "@/domain/skills";
import { keysOf } from "@/domain/tables";

/** The stand-ins for annexes 5 and 6 as lists of the set. */
export const occupations2018: Record<string, Occupation> = Object.fromEntries(
  keysOf(occupations).map((code) => {
    const { name, field }: { name: string; field: OccupationField } = occupations[code];
    return [code, { name, field, group: groupOf("own_account", code) ?? "not_working" }];
  }),
);

export const skills2018: Record<string, Skill> = Object.fromEntries(
  keysOf(skills).map((code) => [
    code,
    { name: skills[code], field: skillFields[skillFieldOf(code)] },
  ]),
);
