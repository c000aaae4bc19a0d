"use client";

import { useTranslations } from "next-intl";
import { DayField } from "@/app/forms/day-field";
import { useFaultWords } from "@/app/forms/use-fault-words";
import { type Delivery, delivery, deliveryMedia } from "@/domain/delivery";
import { ChoiceList } from "@/ui/choice-list";

import { Disclosure } from "@/ui/disclosure";
import { Field } from "@/ui/field";

export const emptyDelivery = {
  letterNumber: "",
  letterOn: "",
  receivedOn: "",
  receivedFrom: "",
  medium: "",
};
type Values = typeof emptyDelivery;

/** What was filled in, checked by the server's schema; an empty form is allowed, because it may be filled in later. */
export function readDelivery(values: Values): {
  delivery: Delivery | null;
  errors: Record<string, string>;
} {
  if (Object.values(values).every((value) => value === "")) return { delivery: null, errors: {} };
  const read = delivery.safeParse(values);
  if (read.success) return { delivery: read.data, errors: {} };
  return {
    delivery: null,
    errors: Object.fromEntries(
      read.error.issues.map(({ path, message }) => [String(path[0]), message]),
    ),
  };
}

type Props = {
  value: Values;
  errors: Record<string, string>;
  onChange: (values: Values) => void;
};

/** The Ministry's letter that came with the file; optional here. */
export function DeliveryFields({ value, errors, onChange }: Props) {
  const t = useTranslations("imports");
  const wordOf = useFaultWords();
  const errorOf = (name: keyof Values) => errors[name] && wordOf(errors[name]);
  const text = (name: "letterNumber" | "receivedFrom") => ({
    name,
    value: value[name],
    longest: name === "letterNumber" ? 60 : 160,
    error: errorOf(name),
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...value, [name]: event.target.value }),
  });
  const day = (name: "letterOn" | "receivedOn") => ({
    name,
    value: value[name],
    error: errorOf(name),
    onChange: (iso: string) => onChange({ ...value, [name]: iso }),
  });
  return (
    <Disclosure summary={`${t("deliveryTitle")} (${t("deliveryLater")})`}>
      <div className="grid gap-5">
        <Field
          {...text("letterNumber")}
          label={t("deliveryNumber")}
          hint={t("deliveryNumberHint")}
        />
        <DayField {...day("letterOn")} label={t("deliveryOn")} />
        <DayField {...day("receivedOn")} label={t("deliveryReceivedOn")} />
        <Field {...text("receivedFrom")} label={t("deliveryFrom")} />
        <ChoiceList
          name="medium"
          legend={t("deliveryMedium")}
          value={value.medium}
          error={errorOf("medium")}
          onChange={(event) => onChange({ ...value, medium: event.target.value })}
          choices={deliveryMedia.map((medium) => ({ value: medium, label: t(`medium_${medium}`) }))}
        />
      </div>
    </Disclosure>
  );
}
