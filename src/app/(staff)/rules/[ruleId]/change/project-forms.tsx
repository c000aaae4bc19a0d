import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { projectAgencies, projectAgencyCodes } from "@/domain/agencies";
import { type RuleSet, targetGroups } from "@/domain/rules/rule-set";
import { Card } from "@/ui/card";
import { bandChoices, type ChangeProps, useAtField } from "./fields";

/** The bands of a project that there is, and a project more in a row of a menu. */
export function ProjectForms({ version: { id, rules } }: ChangeProps) {
  const t = useTranslations("rules");
  const at = useAtField();
  const bands = bandChoices(rules);
  return (
    <>
      <Card title={t("limitTitle")}>
        <CommandForm
          name="limit-"
          command="limitRuleProject"
          fixed={{ draftId: id }}
          fields={[
            at,
            {
              name: "code",
              kind: "select",
              label: t("limitProject"),
              choices: Object.entries(rules.projects).map(([code, { name }]) => ({
                value: code,
                label: `${code} ${name}`,
              })),
            },
            { name: "bands", kind: "choices", label: t("limitBands"), choices: bands },
          ]}
          submit={t("saveDraft")}
          then={`/rules/${id}`}
        />
      </Card>
      <AddProject id={id} rules={rules} />
    </>
  );
}

function AddProject({ id, rules }: { id: string; rules: RuleSet }) {
  const t = useTranslations("rules");
  const words = useTranslations("words");
  const at = useAtField();
  const bands = bandChoices(rules);
  return (
    <Card title={t("addTitle")}>
      <CommandForm
        name="add-"
        command="addRuleProject"
        fixed={{ draftId: id }}
        fields={[
          at,
          { name: "code", kind: "text", label: t("addCode"), hint: t("addCodeHint") },
          { name: "name", kind: "text", label: t("addName") },
          {
            name: "agency",
            kind: "select",
            label: t("addAgency"),
            choices: projectAgencyCodes.map((code) => ({
              value: code,
              label: projectAgencies[code].full,
            })),
          },
          {
            name: "dimension",
            kind: "select",
            label: t("addDimension"),
            choices: (["1", "2", "3", "4"] as const).map((number) => ({
              value: number,
              label: words(`dimension_${number}`),
            })),
          },
          {
            name: "bands",
            kind: "choices",
            label: t("limitBands"),
            choices: bands,
            initial: bands.map(({ value }) => value),
          },
          {
            name: "group",
            kind: "select",
            label: t("addGroup"),
            choices: targetGroups.map((group) => ({
              value: group,
              label: words(`group_${group}`),
            })),
          },
          {
            name: "category",
            kind: "text",
            label: t("addCategory"),
            hint: `${t("addCategoryHint")}: ${rules.categories.join(" · ")}`,
          },
        ]}
        submit={t("saveDraft")}
        then={`/rules/${id}`}
      />
    </Card>
  );
}
