import { z } from "zod";
import { readWholeNumber } from "@/domain/typed-numbers";
/** A province (2 digits), district (4) or subdistrict (6) by its official code. */
export type NamedArea = { code: string; name: string };

/** `54` of the code of any area. */
export function provinceOf(code: string): string {
  return code.slice(0, 2);
}

/** `5403` of the code of a district, subdistrict or village. */
export function districtOf(code: string): string {
  return code.slice(0, 4);
}

/** An area as a choice on a form; `hint` is its district where several are offered. */
export type AreaChoice = { value: string; label: string; hint?: string };

/** The village that an address names: `?subdistrict=540101&moo=3`. */
export const villageInAddress = z.object({
  subdistrict: z.string().regex(/^\d{6}$/),
  moo: z
    .string()
    .transform((text) => readWholeNumber(text) ?? 0)
    .pipe(z.int().min(1).max(999)),
});
