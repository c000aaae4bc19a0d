import type { useTranslations } from "next-intl";
import type { CorrectionEffect, CorrectionField, CorrectionValue } from "@/domain/correction";
import { formatThaiDate, formatThaiMonthShort } from "@/domain/thai-dates";

type Words = ReturnType<typeof useTranslations<never>>;

/** A field's value in words; `subdistricts` gives the area's name where it is known. */
export function correctionText(
  field: CorrectionField,
  value: CorrectionValue,
  t: Words,
  subdistricts: Readonly<Record<string, string>> = {},
): string {
  const none = t("corrections.none");
  switch (field) {
    case "name":
      return `${value.title ?? ""}${value.firstName ?? ""} ${value.lastName ?? ""}`.trim();
    case "birth_date":
      return value.birthDate ? formatThaiDate(value.birthDate) : none;
    case "address":
      return addressText(value, t, subdistricts) || none;
    case "income_2559":
      return t("corrections.baht", { amount: (value.satang ?? 0) / 100 });
    case "phone":
      return value.phone ?? none;
    case "occupation":
      return value.occupation ?? none;
  }
}

function addressText(
  { subdistrictCode, moo, houseNo }: CorrectionValue,
  t: Words,
  subdistricts: Readonly<Record<string, string>>,
): string {
  const name = subdistricts[subdistrictCode ?? ""];
  const parts = [
    houseNo && t("words.houseNo", { houseNo }),
    typeof moo === "number" && t("words.moo", { moo }),
    name && t("words.subdistrict", { name }),
  ];
  return parts.filter(Boolean).join(" ");
}

/** What a decision changed, in one sentence. */
export function effectText(effect: CorrectionEffect, t: Words): string {
  switch (effect.what) {
    case "top_up":
      return t("corrections.effect_top_up", {
        from: effect.from,
        to: effect.to,
        month: formatThaiMonthShort(effect.month),
      });
    case "cohort":
      return t(`corrections.effect_cohort_${effect.to}`, {
        month: formatThaiMonthShort(effect.month),
      });
    case "visit_place":
      return t("corrections.effect_visit_place", { month: formatThaiMonthShort(effect.month) });
    default:
      return t(`corrections.effect_${effect.what}`);
  }
}
