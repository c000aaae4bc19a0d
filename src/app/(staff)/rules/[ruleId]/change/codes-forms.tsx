import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { linesOfCodes } from "@/domain/rules/changes";
import { Card } from "@/ui/card";
import { type ChangeProps, useAtField } from "./fields";

/** The lists of annexes 5 and 6, each as a whole. */
export function CodesForms({ version: { id, rules } }: ChangeProps) {
  const t = useTranslations("rules");
  const at = useAtField();
  const lists = [
    { list: "occupations", title: t("codesOccupations"), hint: t("codesOccupationsHint") },
    { list: "skills", title: t("codesSkills"), hint: t("codesSkillsHint") },
  ] as const;
  return lists.map(({ list, title, hint }) => (
    <Card key={list} title={title}>
      <CommandForm
        name={`${list}-`}
        command="changeRuleCodes"
        fixed={{ draftId: id, list }}
        fields={[
          at,
          {
            name: "lines",
            kind: "long",
            label: t("codesLines"),
            hint,
            initial: linesOfCodes(rules, list),
          },
        ]}
        submit={t("saveDraft")}
        then={`/rules/${id}`}
      />
    </Card>
  ));
}
