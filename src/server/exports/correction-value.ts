import type { CorrectionField, CorrectionValue } from "@/domain/correction";
import { formatThaiDateNumeric } from "@/domain/thai-dates";

/** A value of a correction as one cell. */
export function valueText(
  field: CorrectionField,
  value: CorrectionValue,
  subdistricts: Readonly<Record<string, string>>,
): string | number | null {
  switch (field) {
    case "name":
      return `${value.title ?? ""}${value.firstName ?? ""} ${value.lastName ?? ""}`.trim();
    case "birth_date":
      return value.birthDate ? formatThaiDateNumeric(value.birthDate) : null;
    case "address":
      return addressText(value, subdistricts);
    case "income_2559":
      return (value.satang ?? 0) / 100;
    case "phone":
      return value.phone ?? null;
    case "occupation":
      return value.occupation ?? null;
  }
}

function addressText(
  { houseNo, moo, subdistrictCode }: CorrectionValue,
  subdistricts: Readonly<Record<string, string>>,
): string {
  const parts = [houseNo, moo && `ม.${moo}`, subdistricts[subdistrictCode ?? ""]];
  return parts.filter(Boolean).join(" ");
}
