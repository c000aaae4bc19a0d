import { z } from "zod";
import type { Changes, WhatIf } from "@/domain/what-if";

const whole = z.string().transform(BigInt);
const changes = z.object({
  people: whole,
  gain: whole,
  lose: whole,
  bahtAMonth: whole,
  baht: whole,
  visitMore: whole,
  visitLess: whole,
  menu: whole,
});
const byKey = z.array(changes.extend({ key: z.string() }));

/** What the job of a comparison keeps: counts, the whole numbers as text. */
export const keptWhatIf = z.object({
  all: changes,
  by: z.object({ district: byKey, band: byKey, age: byKey, group: byKey }),
  /** What the draft gives once, to how many of its checked list; `people` null: no list is checked in the area. */
  once: z
    .array(
      z.object({
        ...{ list: z.string(), name: z.string(), month: z.string(), baht: z.number() },
        ...{ people: whole.nullable(), provinces: z.int() },
      }),
    )
    .default([]),
  /** Whether those of the own province are kept by name: the version was checked then. */
  named: z.boolean().default(false),
});
export type KeptSums = z.output<typeof keptWhatIf>;

/** Why a comparison says nothing: somebody for whom a rule cannot be evaluated, named only to who may see them. */
export const keptFailure = z.object({ provinceCode: z.string(), holderId: z.uuid().nullable() });

/** The same as JSON. */
export function keepWhatIf(
  { all, by, once }: WhatIf,
  named: boolean,
  provincesWith: ReadonlyMap<string, number>,
) {
  const { district, band, age, group } = by;
  return {
    all: asText(all),
    by: {
      district: byKeyAsText(district),
      band: byKeyAsText(band),
      age: byKeyAsText(age),
      group: byKeyAsText(group),
    },
    once: once.map(({ given: { list, name, month, baht }, people }) => {
      const provinces = provincesWith.get(list) ?? 0;
      return {
        ...{ list, name, month, baht, provinces },
        people: provinces > 0 ? String(people) : null,
      };
    }),
    named,
  };
}

const byKeyAsText = (sums: ReadonlyMap<string, Changes>) =>
  [...sums]
    .sort(([one], [next]) => (one < next ? -1 : 1))
    .map(([key, each]) => ({ key, ...asText(each) }));

const asText = (sums: Changes) =>
  Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, String(value)]));
