import type { AreaChoice } from "@/domain/areas";

/** A subdistrict as an option of a list: two of one name (น้ำชำ, แม่คำมี) are shown with their districts. */
export function namedWithDistrict({ value, label, hint }: AreaChoice) {
  return { value, label: hint ? `${label} · ${hint}` : label };
}
