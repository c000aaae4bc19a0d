import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import { correctionText } from "@/app/parts/correction-words";
import { type CorrectionField, correctionFields } from "@/domain/correction";
import type { Correctable } from "@/server/corrections/queries";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";

/** One fact, its right value, the evidence; another person decides. */
export function CorrectionForm({ holder }: { holder: Correctable }) {
  const t = useTranslations();
  const now = (field: CorrectionField) =>
    correctionText(field, holder.values[field], t, holder.subdistricts);
  return (
    <div className="max-w-form">
      <PageHeading
        title={t("corrections.newTitle", { name: holder.name })}
        sub={t("corrections.newSub")}
      />
      <div className="mb-5 grid gap-3 empty:hidden">
        {holder.waiting.map((field) => (
          <Notice key={field} kind="info">
            {t("corrections.waiting", { field: t(`corrections.field_${field}`) })}
          </Notice>
        ))}
      </div>
      <CommandForm
        command="requestCorrection"
        fixed={{ holderId: holder.id }}
        submit={t("corrections.submit")}
        then={`/holders/${holder.id}?history=requests`}
        aside={
          <LinkButton href={`/holders/${holder.id}`} tone="secondary">
            {t("corrections.back")}
          </LinkButton>
        }
        fields={[
          {
            name: "field",
            kind: "choice",
            label: t("corrections.field"),
            choices: correctionFields
              .filter((field) => !holder.waiting.includes(field))
              .map((field) => ({
                value: field,
                label: `${t(`corrections.field_${field}`)}`,
                hint: `${t("corrections.ministryNow", { value: now(field) })} · ${t(`corrections.hint_${field}`)}`,
              })),
          },
          ...useValueFields(holder),
          {
            name: "evidence",
            kind: "text",
            label: t("corrections.evidence"),
            hint: t("corrections.evidenceHint"),
          },
          { name: "evidenceNumber", kind: "text", label: t("corrections.evidenceNumber") },
        ]}
      />
    </div>
  );
}

/** The questions for each fact, prefilled with the Ministry's value. */
function useValueFields({
  values,
  subdistricts,
  incomeYear,
}: Correctable): FormField<"requestCorrection">[] {
  const t = useTranslations("corrections");
  const when = (field: CorrectionField) => ({ field: "field", is: [field] });
  const { name, address } = values;
  return [
    {
      name: "title",
      kind: "text",
      label: t("name_title"),
      initial: name.title,
      when: when("name"),
    },
    {
      name: "firstName",
      kind: "text",
      label: t("firstName"),
      initial: name.firstName,
      when: when("name"),
    },
    {
      name: "lastName",
      kind: "text",
      label: t("lastName"),
      initial: name.lastName ?? "",
      when: when("name"),
    },
    { name: "birthDate", kind: "date", label: t("birthDate"), when: when("birth_date") },
    {
      name: "subdistrictCode",
      kind: "select",
      label: t("subdistrict"),
      initial: address.subdistrictCode,
      choices: Object.entries(subdistricts).map(([value, label]) => ({ value, label })),
      when: when("address"),
    },
    {
      name: "moo",
      kind: "number",
      label: t("moo"),
      initial: String(address.moo ?? ""),
      when: when("address"),
    },
    {
      name: "houseNo",
      kind: "text",
      label: t("houseNo"),
      initial: address.houseNo ?? "",
      when: when("address"),
    },
    {
      name: "incomeBaht",
      kind: "number",
      label: t("incomeBaht", { year: incomeYear }),
      when: when("income_2559"),
    },
    { name: "phone", kind: "phone", label: t("phone"), when: when("phone") },
    { name: "occupation", kind: "text", label: t("occupation"), when: when("occupation") },
  ];
}
