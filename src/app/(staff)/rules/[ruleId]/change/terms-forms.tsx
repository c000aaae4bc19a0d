import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import { termsOf } from "@/domain/rules/terms";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { Card } from "@/ui/card";
import { type ChangeProps, monthChoices, useAtField } from "./fields";

const text = (value: number | string | null | undefined) =>
  value === null || value === undefined ? "" : String(value);

/** Bands with their amounts, months and days of the top-up. */
export function AmountsForm({ version: { id, rules } }: ChangeProps) {
  const t = useTranslations("rules");
  const at = useAtField();
  const bands = useBandFields(termsOf(rules).bands);
  const terms = termsOf(rules);
  const months = monthChoices(rules);
  const fields: FormField<"changeRuleAmounts">[] = [
    at,
    ...bands,
    {
      name: "incomeCeiling",
      kind: "number",
      label: t("incomeCeiling"),
      initial: text(terms.incomeCeiling),
    },
    { name: "incomeYear", kind: "text", label: t("incomeYear"), initial: terms.incomeYear },
    {
      name: "yesCountsFrom",
      kind: "date",
      label: t("yesCountsFrom"),
      initial: terms.yesCountsFrom,
    },
    {
      name: "cutOffDay",
      kind: "number",
      label: t("cutOffDay"),
      hint: t("cutOffDayHint"),
      initial: text(terms.cutOffDay),
    },
    {
      name: "monthsToFirst",
      kind: "number",
      label: t("monthsToFirst"),
      initial: text(terms.monthsToFirst),
    },
    {
      name: "lastMonth",
      kind: "select",
      label: t("lastMonth"),
      choices: months,
      initial: terms.lastMonth,
    },
    {
      name: "retroactiveUntil",
      kind: "date",
      label: t("retroactiveUntil"),
      initial: terms.retroactive?.yesUntil,
    },
    {
      name: "retroactiveFrom",
      kind: "select",
      label: t("retroactiveFrom"),
      choices: months,
      initial: terms.retroactive?.from,
    },
  ];
  return (
    <Card title={t("change_amounts")}>
      <CommandForm
        command="changeRuleAmounts"
        fixed={{ draftId: id }}
        fields={fields}
        submit={t("saveDraft")}
        then={`/rules/${id}`}
      />
    </Card>
  );
}

type Bands = ReturnType<typeof termsOf>["bands"];

function useBandFields(bands: Bands) {
  const t = useTranslations("rules");
  return ([1, 2, 3] as const).flatMap((number) => {
    const band = bands[number - 1];
    return [
      {
        name: `upTo${number}`,
        kind: "number",
        label: t("bandUpTo", { number }),
        hint: t("bandUpToHint"),
        initial: text(band?.upTo),
      },
      {
        name: `monthly${number}`,
        kind: "number",
        label: t("bandMonthly", { number }),
        hint: number > 1 ? t("bandMonthlyHint") : undefined,
        initial: text(band?.monthly),
      },
    ] as const;
  });
}

/** Who must be reached. */
export function OutreachForm({ version: { id, rules } }: ChangeProps) {
  const t = useTranslations("rules");
  const at = useAtField();
  const { mustReachIncome, ageUpTo, ageOn } = termsOf(rules);
  return (
    <Card title={t("change_outreach")}>
      <CommandForm
        command="changeRuleOutreach"
        fixed={{ draftId: id }}
        fields={[
          at,
          {
            name: "mustReachIncome",
            kind: "number",
            label: t("mustReachIncome"),
            initial: text(mustReachIncome),
          },
          { name: "ageUpTo", kind: "number", label: t("ageUpTo"), initial: text(ageUpTo) },
          { name: "ageOn", kind: "date", label: t("ageOn"), initial: ageOn },
        ]}
        submit={t("saveDraft")}
        then={`/rules/${id}`}
      />
    </Card>
  );
}

/** Windows, holidays and rounds of follow-up. */
export function WindowsForm({ version: { id, rules } }: ChangeProps) {
  const t = useTranslations("rules");
  const words = useTranslations("rules");
  const at = useAtField();
  const { walkIn, homeVisits, holidays, rounds } = termsOf(rules);
  const lines = rounds.map(
    ({ from, until }) => `${formatThaiDate(from)} ${words("place_until")} ${formatThaiDate(until)}`,
  );
  const fields: FormField<"changeRuleWindows">[] = [
    at,
    { name: "walkInFrom", kind: "date", label: t("walkInFrom"), initial: walkIn.from },
    { name: "walkInUntil", kind: "date", label: t("walkInUntil"), initial: walkIn.until },
    { name: "homeVisitsFrom", kind: "date", label: t("homeVisitsFrom"), initial: homeVisits.from },
    {
      name: "homeVisitsUntil",
      kind: "date",
      label: t("homeVisitsUntil"),
      initial: homeVisits.until,
    },
    {
      name: "holidays",
      kind: "long",
      label: t("holidays"),
      hint: t("holidaysHint"),
      initial: holidays.map(formatThaiDate).join("\n"),
    },
    {
      name: "rounds",
      kind: "long",
      label: t("rounds"),
      hint: t("roundsHint"),
      initial: lines.join("\n"),
    },
  ];
  return (
    <Card title={t("change_windows")}>
      <CommandForm
        command="changeRuleWindows"
        fixed={{ draftId: id }}
        fields={fields}
        submit={t("saveDraft")}
        then={`/rules/${id}`}
      />
    </Card>
  );
}

/** A sum that is due once, to the list of the letter. */
export function OnceForm({ version: { id, rules } }: ChangeProps) {
  const t = useTranslations("rules");
  const at = useAtField();
  const { oneOffs } = termsOf(rules);
  return (
    <Card title={t("change_once")} sub={t("onceNote")}>
      <ul className="mb-4">
        {oneOffs.map((each) => (
          <li key={each.list}>{t("onceThere", { ...each, month: formatThaiMonth(each.month) })}</li>
        ))}
      </ul>
      <CommandForm
        command="giveRuleOnce"
        fixed={{ draftId: id }}
        fields={[
          at,
          { name: "name", kind: "text", label: t("onceName") },
          { name: "month", kind: "select", label: t("onceMonth"), choices: monthChoices(rules) },
          { name: "baht", kind: "number", label: t("onceBaht") },
        ]}
        submit={t("saveDraft")}
        then={`/rules/${id}`}
      />
    </Card>
  );
}
