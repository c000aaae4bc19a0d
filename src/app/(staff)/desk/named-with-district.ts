import type { AreaChoice } from "@/domain/areas";

/** A subdistrict as a choice of a list: two of one name (น้ำชำ, แม่คำมี) are told apart by their district. */
export function namedWithDistrict({ value, label, hint }: AreaChoice) {
  return { value, label: hint ? `${label} · ${hint}` : label };
}
