"use client";

import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FormField } from "@/app/forms/form-field";
import { namedWithDistrict } from "@/app/forms/named-with-district";
import type { AreaChoice } from "@/domain/areas";
import { nameTitles } from "@/domain/names";
import { cardsShown } from "@/domain/registration";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { useFocus } from "@/ui/use-focus";
import type { Sought } from "./register-search";

type Props = {
  sought: Sought;
  subdistricts: readonly AreaChoice[];
  incomeYear: string;
  deskId: string | null;
  onBack: () => void;
  /** Called with the id of the registration, which is that of the new holder. */
  onDone: (registrationId: string) => void;
};

/** The second half of registering: what the card says and what the person states. */
export function RegisterForm(props: Props) {
  const { deskId, onBack, onDone } = props;
  const t = useTranslations("registrations");
  const begin = useFocus<HTMLDivElement>();
  return (
    <Card title={t("personTitle")}>
      {/* The button that led here is gone: without this the keyboard would begin at the top of the page. */}
      <div ref={begin} tabIndex={-1} />
      <CommandForm
        name="register-"
        command="registerHolder"
        fixed={{ deskId }}
        fields={useFields(props)}
        submit={t("submit")}
        aside={
          <Button tone="quiet" onClick={onBack}>
            {t("again")}
          </Button>
        }
        onDone={({ registrationId }) => onDone(registrationId)}
      />
    </Card>
  );
}

function useFields({
  sought,
  subdistricts,
  incomeYear,
}: Pick<Props, "sought" | "subdistricts" | "incomeYear">): FormField<"registerHolder">[] {
  const t = useTranslations("registrations");
  const optional = t("optional");
  const text = (name: keyof Sought, hint?: string) =>
    ({ name, kind: "text", label: t(labels[name]), initial: sought[name], hint }) as const;
  return [
    // Digits are typed, but a number would lose its leading zero.
    { name: "nationalId", kind: "phone", label: t("nationalId"), initial: sought.nationalId },
    {
      name: "title",
      kind: "select",
      label: t("nameTitle"),
      choices: nameTitles.map((title) => ({ value: title, label: title })),
    },
    text("firstName"),
    text("lastName", optional),
    { name: "birthDate", kind: "text", label: t("birthDate"), hint: t("birthDateHint") },
    {
      name: "subdistrictCode",
      kind: "select",
      label: t("subdistrict"),
      initial: sought.subdistrictCode,
      choices: subdistricts.map(namedWithDistrict),
    },
    { name: "moo", kind: "number", label: t("moo"), initial: sought.moo, hint: optional },
    text("houseNo", optional),
    { name: "phone", kind: "phone", label: t("phone"), hint: optional },
    { name: "occupation", kind: "text", label: t("occupation") },
    { name: "incomeBaht", kind: "number", label: t("incomeBaht", { year: incomeYear }) },
    {
      name: "cardShown",
      kind: "choice",
      label: t("cardShown"),
      choices: cardsShown.map((card) => ({ value: card, label: t(`card_${card}`) })),
    },
  ];
}

const labels = {
  nationalId: "nationalId",
  firstName: "firstName",
  lastName: "lastName",
  subdistrictCode: "subdistrict",
  moo: "moo",
  houseNo: "houseNo",
} as const;
