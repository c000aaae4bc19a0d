import { describe, expect, it } from "vitest";
import { areasTable, figuresTable, notKeptWords, rateOf } from "./report-figures";

type Figures = Exclude<Parameters<typeof figuresTable>[0], { kept: unknown }>;
const figures: Figures = {
  asOf: "2018-02-26",
  time: "15:45",
  coverage: {
    ...{ total: 1207, answered: 66, interviewed: 31, metWaiting: 458 },
    ...{ toMeet: 679, away: 5, released: 4 },
  },
  dose: { 0: 20, 1: 10, 2: 2, 3: 0 },
  rounds: [{ name: "รอบเดือนมิถุนายน", from: "2018-06-01", asked: 32, done: 0, open: 32 }],
  income: { people: 0, before: null, now: null, up: 0 },
  ministry: { unreported: 36, reported: 0, bounced: 0 },
  below: { expected: 5, received: 1 },
  ...{ people: 32, contacts: 14, jobs: 0, loans: 0, loanBaht: 0 },
  ...{ trained: 0, trainingHours: 0, projects: 59, takenUp: 0, takers: 0 },
};
const rowsOf = (given: Partial<Figures> = {}) => {
  const table = figuresTable({ ...figures, ...given });
  return table.kind === "table" ? table.rows : [];
};
const rowOf = (item: RegExp, given?: Partial<Figures>) =>
  rowsOf(given)
    .find(([, name]) => item.test(name ?? ""))
    ?.slice(2);

describe("the annex of a report", () => {
  it("has a target, a result and a rate with two decimals", () => {
    expect(rowOf(/ที่ได้คำตอบแล้ว/)).toEqual(["1,207", "66", "5.47"]);
    expect(rowOf(/^ได้รับการติดตามหลังสัมภาษณ์/)).toEqual(["32", "12", "37.50"]);
    expect(rateOf(1, 3)).toBe("33.33");
  });

  it("sets nobody a target of people to meet, waiting, dead or moved: their rate is of ทุกคน", () => {
    expect(rowOf(/^มาพบแล้ว รอสัมภาษณ์/)).toEqual(["–", "458", "37.95"]);
    expect(rowOf(/^ยังต้องพบ/)).toEqual(["–", "679", "56.26"]);
    expect(rowOf(/^พ้นจากการไปพบ/)).toEqual(["–", "4", "0.33"]);
  });

  it("says that a round has not begun and an income is not known: neither is 0", () => {
    expect(rowOf(/รอบเดือนมิถุนายน/)).toEqual(["32", "ยังไม่ถึงรอบ", "–"]);
    expect(rowOf(/รอบเดือนมิถุนายน/, { asOf: "2018-06-10" })).toEqual(["32", "0", "0.00"]);
    expect(rowOf(/^ผู้มีรายได้เพิ่มขึ้น/)).toEqual(["–", "ยังไม่มีข้อมูล", "–"]);
    const income = { people: 5, before: 4000, now: 4500, up: 3 };
    expect(rowOf(/^ผู้มีรายได้เพิ่มขึ้น/, { income })).toEqual(["5", "3", "60.00"]);
    expect(rateOf(0, 0)).toBe("–");
  });

  it("says of whom it is known, and no rate, where fewer than five answered; sums stand in lines of their own", () => {
    const one = { dose: { 0: 31, 1: 1, 2: 0, 3: 0 }, loans: 1, loanBaht: 5000 };
    for (const item of [/^ได้งาน/, /^ได้รับการอบรม/])
      expect(rowOf(item, one)).toEqual(["–", "0 จาก 1 คนที่ตอบ", "–"]);
    expect(rowOf(/^ได้รับสินเชื่อ/, one)).toEqual(["–", "1 จาก 1 คนที่ตอบ", "–"]);
    expect(rowOf(/^วงเงินสินเชื่อ/, one)).toEqual(["–", "5,000", "–"]);
    expect(rowOf(/^ได้งาน/)).toEqual(["–", "0", "0.00"]);
    const income = { people: 4, before: 4000, now: 4500, up: 3 };
    expect(rowOf(/^ผู้มีรายได้เพิ่มขึ้น/, { income })).toEqual(["–", "3 จาก 4 คนที่ตอบ", "–"]);
  });

  it("counts as before where a report was kept with three blocks, and numbers every line", () => {
    const coverage = { total: 40, met: 30, toMeet: 8, released: 2 };
    expect(rowOf(/นับแบบเดิม/, { coverage })).toEqual(["40", "30", "75.00"]);
    expect(rowsOf().map(([order]) => order)).toEqual(rowsOf().map((_, index) => String(index + 1)));
  });
});

describe("the annex of a month that had ended", () => {
  const ended = {
    kept: "month_end",
    asOf: "2018-08-31",
    time: "16.30",
    coverage: figures.coverage,
    below: { expected: 8, received: 3 },
  } as const;

  it("has what was kept at its end; the rest is not known, and never today's number", () => {
    const rows = figuresTable(ended).rows.map(([, item = "", , result]) => [item, result]);
    expect(rows).toContainEqual([expect.stringMatching(/ที่ได้คำตอบแล้ว/), "66"]);
    expect(rows).toContainEqual([expect.stringMatching(/^แผนรายบุคคล/), "ไม่มีข้อมูล"]);
    expect(rows).toContainEqual([expect.stringMatching(/^รายงานที่ได้รับของเดือนสิงหาคม 2561/), "3"]);
    expect(rows.filter(([item]) => /ได้งาน|สินเชื่อ|อบรม/.test(item ?? ""))).toEqual([]);
  });

  it("counts the work that is dated in the month where nothing was kept, and names once what is not known", () => {
    const none = { ...ended, coverage: null, worked: { interviews: 3, contacts: 12 } };
    const rows = figuresTable(none).rows.map(([, item = "", , result]) => [item, result]);
    expect(rows).toContainEqual([expect.stringMatching(/^สัมภาษณ์ในเดือนสิงหาคม 2561/), "3"]);
    expect(rows).toContainEqual([expect.stringMatching(/^ติดตามหลังสัมภาษณ์ในเดือนสิงหาคม 2561/), "12"]);
    const unknown = rows.filter(([, result]) => result === "ไม่มีข้อมูล");
    expect(unknown).toEqual([[notKeptWords(none), "ไม่มีข้อมูล"]]);
    expect(unknown[0]?.[0]).toContain("ทุกคน");
  });

  it("tells the sender what it lacks; a report of the running month lacks nothing", () => {
    expect(notKeptWords(ended)).toMatch(/^แผนรายบุคคล/);
    expect(notKeptWords(figures)).toBeNull();
  });
});

it("has each area with its sum, and no table where a report keeps none", () => {
  const area = { total: 10, answered: 4, metWaiting: 3, toMeet: 2, released: 1 };
  const areas = [
    { name: "ลอง", ...area },
    { name: "สอง", ...area, total: 1000, toMeet: 992 },
  ];
  expect(areasTable({ ...figures, areas })?.rows).toEqual([
    ["1", "ลอง", "10", "4", "3", "2", "1"],
    ["2", "สอง", "1,000", "4", "3", "992", "1"],
    ["", "รวม", "1,010", "8", "6", "994", "2"],
  ]);
  expect(areasTable(figures)).toBeNull();
});
