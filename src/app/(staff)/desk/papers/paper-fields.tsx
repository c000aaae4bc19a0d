"use client";

import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";
import { answeredOf } from "@/app/finder/answered";
import { useDeskFaultWords } from "@/app/intent/messages";
import type { PaperFaults, PaperValues } from "@/app/intent/paper-values";
import { formatThaiDate } from "@/domain/thai-dates";
import { ChoiceList } from "@/ui/choice-list";
import { Field } from "@/ui/field";
import type { HolderOfLine } from "./use-paper-holder";

type Props = {
  number: number;
  values: PaperValues;
  faults: PaperFaults;
  holder: HolderOfLine;
  onChange: (field: keyof PaperValues, value: string) => void;
};

/** The fields of one paper form, in the order in which they are printed on it. */
export function PaperFields({ number, values, faults, holder, onChange }: Props) {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  const faultWords = useDeskFaultWords();
  const wire = (field: keyof PaperValues) => ({
    name: `${field}-${number}`,
    error: faults[field] && faultWords(faults[field]),
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChange(field, event.target.value),
  });
  const typed = (field: keyof PaperValues, longest: number) => ({
    ...wire(field),
    value: values[field],
    autoComplete: "off",
    longest,
  });
  const chosen = (field: keyof PaperValues) => ({ ...wire(field), value: values[field] });
  const consent = [
    { value: "yes", label: t("consentYes") },
    { value: "no", label: t("consentNo") },
  ];
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_12rem]">
        <div>
          <Field
            {...typed("nationalId", 30)}
            label={t("paperId")}
            hint={t("paperIdHint")}
            error={holder.note ?? wire("nationalId").error}
            inputMode="numeric"
            autoFocus={number > 1}
            className="figures"
          />
          <FoundPerson holder={holder} />
        </div>
        <Field {...typed("paperNumber", 40)} label={t("paperNumber")} hint={t("paperNumberHint")} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-4">
        <ChoiceList
          {...chosen("answer")}
          legend={t("answer")}
          choices={[
            { value: "yes", label: words("answer_yes") },
            { value: "no", label: words("answer_no") },
          ]}
        />
        <ChoiceList
          {...chosen("consentFinancial")}
          legend={t("consentFinancialShort")}
          choices={consent}
        />
        <ChoiceList
          {...chosen("consentContact")}
          legend={t("consentContactShort")}
          choices={consent}
        />
        <ChoiceList
          {...chosen("signedBy")}
          legend={t("confirmSigned")}
          choices={[
            { value: "signature", label: t("signature") },
            { value: "thumbprint", label: t("thumbprint") },
          ]}
        />
      </div>
      {values.answer === "no" && (
        <Field {...typed("reason", 200)} label={t("reason")} hint={t("reasonHint")} />
      )}
      {values.signedBy === "thumbprint" && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field {...typed("witnessOne", 120)} label={t("witnessOne")} />
          <Field {...typed("witnessTwo", 120)} label={t("witnessTwo")} />
        </div>
      )}
    </>
  );
}

/** Who the number belongs to, to compare with the paper form before it is saved. */
function FoundPerson({ holder }: { holder: HolderOfLine }) {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  const { found } = holder;
  return (
    <p role="status" className="mt-1">
      {found && (
        <>
          <strong>{found.name}</strong>{" "}
          <span className="text-soft">
            {[
              found.age === null ? words("ageUnknown") : words("age", { age: found.age }),
              words("district", { name: found.district }),
              t(`answered_${answeredOf(found)}`),
            ].join(" · ")}
          </span>
          {found.death && (
            <span className="block">
              <strong>{t("recordedDead", { date: formatThaiDate(found.death.on) })}</strong>{" "}
              {t("recordedDeadText")}
            </span>
          )}
        </>
      )}
    </p>
  );
}
