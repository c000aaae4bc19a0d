import { z } from "zod";
import { hasDotThousands } from "@/domain/import/amounts";
import { type AreaWords, areaKey } from "@/domain/import/areas";
import type { RowAnswer } from "@/domain/import/row";

const place = z.object({
  key: z.string(),
  subdistrict: z.string(),
  district: z.string(),
  province: z.string(),
  rows: z.int(),
  candidates: z.array(z.string()),
});

/** What a check asks once for all rows that say the same: places, titles, and amounts with a dot. */
export const asked = z.object({
  places: z.array(place).default([]),
  titles: z.array(z.object({ title: z.string(), rows: z.int() })).default([]),
  dots: z.int().default(0),
});
export type Asked = z.infer<typeof asked>;

/** So many different words are asked about; a file with more has another column where they should be. */
const most = 200;

/** Collects while the rows are judged; memory does not grow with the file. */
export function questionList() {
  const places = new Map<string, Asked["places"][number]>();
  const titles = new Map<string, number>();
  let dots = 0;

  function addPlace(words: AreaWords, candidates: readonly string[]): void {
    const key = areaKey(words);
    const known = places.get(key);
    if (known) known.rows += 1;
    else if (places.size < most) {
      const { subdistrict, district, province } = words;
      places.set(key, {
        key,
        subdistrict,
        district,
        province,
        rows: 1,
        candidates: [...candidates],
      });
    }
  }

  function addTitle(title: string): void {
    if (titles.has(title) || titles.size < most) titles.set(title, (titles.get(title) ?? 0) + 1);
  }

  return {
    /** Counts one judged row; `income` is its cell. */
    add(answer: RowAnswer, income: string): void {
      if (answer.ok) {
        for (const { field, from } of answer.repairs) if (field === "titleUnknown") addTitle(from);
        return;
      }
      if (answer.place) addPlace(answer.place, answer.candidates ?? []);
      if (answer.reason === "INCOME_UNCLEAR" && hasDotThousands(income)) dots += 1;
    },
    /** The commonest first. */
    found(): Asked {
      return {
        places: [...places.values()].sort((a, b) => b.rows - a.rows),
        titles: [...titles]
          .map(([title, rows]) => ({ title, rows }))
          .sort((a, b) => b.rows - a.rows),
        dots,
      };
    },
  };
}
