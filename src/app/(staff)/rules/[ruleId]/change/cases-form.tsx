import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import { targetGroups } from "@/domain/rules/rule-set";
import { Card } from "@/ui/card";
import { CasesCard } from "../cases-card";
import { type ChangeProps, monthChoices } from "./fields";

/** A case more: what the letter says of somebody, and what the set must answer. */
export function CasesForm({ version }: ChangeProps) {
  const t = useTranslations("rules");
  const words = useTranslations("words");
  const { id, rules } = version;
  const months = monthChoices(rules);
  const lists = (rules.oneOffs ?? []).map(({ value }) => ({
    value: value.list,
    label: value.name,
  }));
  const outreach = ["mandatory_visit", "walk_in_done", "voluntary"] as const;
  const fields: FormField<"addRuleCase">[] = [
    { name: "says", kind: "long", label: t("caseSays"), hint: t("caseSaysHint") },
    { name: "income", kind: "number", label: t("caseIncome") },
    { name: "birthDate", kind: "date", label: t("caseBirthDate") },
    { name: "intentOn", kind: "date", label: t("caseIntentOn") },
    { name: "assessedOn", kind: "date", label: t("caseAssessedOn") },
    {
      name: "group",
      kind: "select",
      label: t("caseGroup"),
      choices: targetGroups.map((group) => ({ value: group, label: words(`group_${group}`) })),
    },
    ...(lists.length > 0
      ? [{ name: "list", kind: "select", label: t("caseList"), choices: lists } as const]
      : []),
    { name: "monthly", kind: "number", label: t("caseMonthly") },
    { name: "from", kind: "select", label: t("caseFrom"), choices: months },
    { name: "until", kind: "select", label: t("caseUntil"), choices: months },
    { name: "total", kind: "number", label: t("caseTotal") },
    ...(lists.length > 0 ? [{ name: "once", kind: "number", label: t("caseOnce") } as const] : []),
    {
      name: "outreach",
      kind: "select",
      label: t("caseOutreach"),
      choices: outreach.map((value) => ({ value, label: t(`outreach_${value}`) })),
    },
    { name: "offers", kind: "text", label: t("caseOffers"), hint: t("addCodeHint") },
    { name: "offersNot", kind: "text", label: t("caseOffersNot"), hint: t("addCodeHint") },
  ];
  return (
    <>
      <CasesCard version={version} />
      <Card title={t("caseAdd")}>
        <CommandForm
          command="addRuleCase"
          fixed={{ draftId: id }}
          fields={fields}
          submit={t("caseAdd")}
          then={`/rules/${id}`}
        />
      </Card>
    </>
  );
}
