import { loadedDemo, signedIn } from "@tests/integration/demo-world";
import { setToday } from "@tests/integration/desk-world";
import { byCaseFiles, plain, totalsOn } from "@tests/integration/money-sums";
import { onDatabase } from "@tests/security/world";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "@/cli/money";
import { monthOf } from "@/domain/calendar";
import type { Entitlements } from "@/domain/entitlement-sums";
import { getDistrictDashboard, getProvinceDashboard } from "@/server/dashboards/queries";
import { figuresNow } from "@/server/reports/figures";
import { scoped } from "@/server/scope";

let printed = "";
async function prints(...line: string[]) {
  printed = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
  try {
    expect(await run(line)).toBe(0);
  } finally {
    write.mockRestore();
  }
  return printed;
}

/** What a report keeps of the sums of a page. */
const reported = ({ month, until, whole: { people: _, ...sums } }: Entitlements) => ({
  month,
  until,
  ...sums,
});

describe("the demo", () => {
  beforeAll(loadedDemo, 300_000);
  afterEach(() => setToday("2018-02-26"));

  it.each(["2018-02-26", "2018-03-31", "2018-06-15", "2018-09-30"])(
    "is due on %s what its case files say",
    async (today) => {
      await setToday(today);
      const due = await byCaseFiles(today, await signedIn("treasury"));
      expect(due.total).toBeGreaterThan(1_000_000);
      expect(plain(await totalsOn(today))).toEqual(due);
    },
  );

  it.each(["2018-02-26", "2018-03-31", "2018-11-30"])(
    "has on %s on the pages of province and districts the sums that the command prints",
    async (today) => {
      await setToday(today);
      const pages = [
        { district: null, page: await scoped(await signedIn("governor"), getProvinceDashboard) },
        ...(await Promise.all(
          ["mueang", "long"].map(async (slug) => {
            const chief = await signedIn(`chief.${slug}`);
            const district = chief.districtCode ?? "";
            const page = await scoped(chief, (scope) => getDistrictDashboard(scope, district));
            return { district, page };
          }),
        )),
      ];
      for (const { district, page } of pages) {
        const { month, whole } = page?.entitlements ?? {};
        const { persons, months, total } = await totalsOn(today, district);
        expect(whole?.rates.map(({ rate, people }) => [rate, BigInt(people)])).toEqual([
          ...persons,
        ]);
        expect(BigInt(whole?.monthBaht ?? 0)).toBe(months.get(month ?? "")?.baht);
        expect(BigInt(whole?.totalBaht ?? 0)).toBe(total);
        expect(total).toBeGreaterThan(0n);
      }
      const of = { level: "province", provinceCode: "54", districtCode: null } as const;
      const { due } = await scoped(await signedIn("treasury"), (scope) =>
        figuresNow(scope, { ...of, period: monthOf(today) }, today),
      );
      expect(due).toEqual(pages[0]?.page && reported(pages[0].page.entitlements));
    },
  );

  it("is printed as one line: every month of the set in force, 200 before 100, of the programme's day", async () => {
    const line = await prints("totals");
    expect(line).toMatch(
      /^\{"asOf":"2018-02-26","rules":"2018-01-09","persons":\{"200":\d+,"100":\d+\},"months":\{"2018-03":\{"200":\d+,"100":\d+,"baht":\d+\},.*\},"total":\d+\}\n$/,
    );
    const { persons, months, total } = JSON.parse(line);
    expect(Object.keys(months)).toEqual(
      ["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map((month) => `2018-${month}`),
    );
    const baht = Object.values(months as Record<string, Record<string, number>>).map(
      (due) => due.baht ?? 0,
    );
    expect(baht.reduce((sum, each) => sum + each, 0)).toBe(total);
    expect(months["2018-12"]).toMatchObject(persons);
    expect(total).toBe(10 * (200 * persons[200] + 100 * persons[100]));
  });

  it("is the sum of its districts, and of fewer people on an earlier day", async () => {
    const districts = await onDatabase((client) =>
      client.query("SELECT code FROM district WHERE province_code = '54'"),
    );
    let sum = 0;
    for (const { code } of districts.rows)
      sum += JSON.parse(await prints("totals", "--district", code)).total;
    const { total } = JSON.parse(await prints("totals"));
    expect(sum).toBe(total);
    const earlier = JSON.parse(await prints("totals", "--as-of", "2018-02-12"));
    expect(earlier.asOf).toBe("2018-02-12");
    expect(earlier.total).toBeGreaterThan(0);
    expect(earlier.total).toBeLessThan(total);
    expect(JSON.parse(await prints("totals", "--as-of", "2018-01-31")).total).toBe(0);
  });

  it.each([
    [[], "no such command|There is only"],
    [["paid"], "There is only"],
    [["totals", "--colour"], "--colour"],
    [["totals", "--as-of", "2018-02-30"], "YYYY-MM-DD"],
    [["totals", "--as-of", "2561-02-26"], "a day that has come: today is 2018-02-26"],
    [["totals", "--district", "5499"], "no district"],
    [["totals", "--district", "54"], "no district"],
  ])("answers %j with one sentence in each language", async (line, sentence) => {
    const fault = await run(line).catch((error: Error) => error.message);
    expect(fault).toMatch(new RegExp(sentence));
    expect(fault).toMatch(/^[ก-๙-].*\n.+$/);
  });
});
