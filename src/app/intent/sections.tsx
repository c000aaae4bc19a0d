"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { namedWithDistrict } from "@/app/forms/named-with-district";
import type { AreaChoice } from "@/domain/areas";
import { Card } from "@/ui/card";
import { Checkbox, ChoiceList } from "@/ui/choice-list";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { IntentValues } from "./intent-values";
import { useDeskFaultWords } from "./messages";

/** What every field of the form needs: its registration and its error in words. */
function useIntentField() {
  const { register, formState } = useFormContext<IntentValues>();
  const faultWords = useDeskFaultWords();
  return (name: keyof IntentValues) => {
    const message = formState.errors[name]?.message;
    return { ...register(name), error: message && faultWords(String(message)) };
  };
}

/** By birth year and หมู่ที่; of a person of another district the list shows neither, so by the card itself. */
export function IdentitySection({ elsewhere }: { elsewhere: boolean }) {
  const t = useTranslations("desk");
  const field = useIntentField();
  return (
    <Card title={t("identity")}>
      <Checkbox
        {...field("identityChecked")}
        label={t(elsewhere ? "identityByCard" : "identityChecked")}
        autoFocus
      />
    </Card>
  );
}

export function AnswerSection() {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  const field = useIntentField();
  const answer = useWatch<IntentValues, "answer">({ name: "answer" });
  const reasons = ["reasonOne", "reasonTwo", "reasonThree", "reasonFour", "reasonFive"] as const;
  return (
    <Card title={t("answer")}>
      <div className="flex flex-col gap-4">
        <ChoiceList
          {...field("answer")}
          legend={t("answerLegend")}
          columns={2}
          choices={[
            { value: "yes", label: words("answer_yes") },
            { value: "no", label: words("answer_no") },
          ]}
        />
        {answer === "no" && (
          <>
            <Field
              {...field("reason")}
              label={t("reason")}
              hint={t("reasonHint")}
              list="reasons"
              autoComplete="off"
              longest={200}
            />
            <datalist id="reasons">
              {reasons.map((reason) => (
                <option key={reason} value={t(reason)} />
              ))}
            </datalist>
          </>
        )}
      </div>
    </Card>
  );
}

export function ConsentSection() {
  const t = useTranslations("desk");
  const field = useIntentField();
  const choices = [
    { value: "yes", label: t("consentYes") },
    { value: "no", label: t("consentNo") },
  ];
  return (
    <Card title={t("consents")} sub={t("consentsSub")}>
      <div className="flex flex-col gap-4">
        {(["consentFinancial", "consentContact"] as const).map((name) => (
          <ChoiceList key={name} {...field(name)} legend={t(name)} columns={2} choices={choices} />
        ))}
      </div>
    </Card>
  );
}

type ContactProps = { knownPhone: string | null; subdistricts: readonly AreaChoice[] };

export function ContactSection({ knownPhone, subdistricts }: ContactProps) {
  const t = useTranslations("desk");
  const field = useIntentField();
  const [otherAddress, otherName] = useWatch<IntentValues, ["otherAddress", "otherName"]>({
    name: ["otherAddress", "otherName"],
  });
  return (
    <Card title={t("contact")}>
      <div className="flex flex-col gap-4">
        <Field
          {...field("phone")}
          label={t("phone")}
          hint={knownPhone && t("phoneKnown", { phone: knownPhone })}
          optional
          inputMode="tel"
          autoComplete="off"
          className="figures"
        />
        <Checkbox {...field("otherAddress")} label={t("otherAddress")} />
        {otherAddress && <AddressFields subdistricts={subdistricts} />}
        <Checkbox {...field("otherName")} label={t("otherName")} />
        {otherName && (
          <Field
            {...field("nameOnCard")}
            label={t("nameOnCard")}
            autoComplete="off"
            longest={120}
          />
        )}
      </div>
    </Card>
  );
}

function AddressFields({ subdistricts }: { subdistricts: readonly AreaChoice[] }) {
  const t = useTranslations("desk");
  const field = useIntentField();
  return (
    <>
      <Field
        {...field("currentAddress")}
        label={t("currentAddress")}
        hint={t("currentAddressHint")}
        autoComplete="off"
        longest={200}
      />
      <Select
        {...field("currentSubdistrictCode")}
        label={t("currentSubdistrict")}
        optional
        choices={subdistricts.map(namedWithDistrict)}
      />
    </>
  );
}

export function SigningSection() {
  const t = useTranslations("desk");
  const field = useIntentField();
  const [signedBy, byProxy] = useWatch<IntentValues, ["signedBy", "byProxy"]>({
    name: ["signedBy", "byProxy"],
  });
  const plain = { autoComplete: "off", longest: 120 };
  return (
    <Card title={t("signing")}>
      <div className="flex flex-col gap-4">
        <ChoiceList
          {...field("signedBy")}
          legend={t("signedByLegend")}
          columns={2}
          choices={[
            { value: "signature", label: t("signature") },
            { value: "thumbprint", label: t("thumbprint"), hint: t("thumbprintHint") },
          ]}
        />
        {signedBy === "thumbprint" && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field {...field("witnessOne")} {...plain} label={t("witnessOne")} />
            <Field {...field("witnessTwo")} {...plain} label={t("witnessTwo")} />
          </div>
        )}
        <Checkbox {...field("readAloud")} label={t("readAloud")} />
        <Checkbox {...field("byProxy")} label={t("byProxy")} />
        {byProxy && (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field {...field("proxyName")} {...plain} label={t("proxyName")} />
              <Field {...field("proxyRelation")} {...plain} label={t("proxyRelation")} />
            </div>
            <Checkbox {...field("proxyDocument")} label={t("proxyDocument")} />
          </>
        )}
      </div>
    </Card>
  );
}
