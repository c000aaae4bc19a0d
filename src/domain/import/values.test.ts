import { describe, expect, test } from "vitest";
import { readIncome } from "./amounts";
import { readListBirthDate } from "./birth-date";
import { readHouseNo, readPhone, readVillageNo } from "./repairs";

describe("an income of the list", () => {
  test.each([
    ["30000", 3_000_000],
    ["30,000", 3_000_000],
    ["๓๐,๐๐๐ บาท", 3_000_000],
    ["30,000.-", 3_000_000],
    ["30,000.01", 3_000_001],
    ["30000.5", 3_000_050],
    ["0", 0],
    ["100,000.00", 10_000_000],
    ["฿ 1,200", 120_000],
    ["30000 บาท/ปี", 3_000_000],
    ["30 000", 3_000_000],
    ["29999.999999996", 3_000_000],
  ])("%s is %i satang", (text, satang) => {
    expect(readIncome(text, 10_000_000)).toEqual({ ok: true, satang });
  });

  test.each(["", " ", "#N/A", "NULL", "ไม่ระบุ"])("'%s' is missing", (text) => {
    expect(readIncome(text, 10_000_000)).toEqual({ ok: false, reason: "INCOME_MISSING" });
  });

  test.each(["-", "–", " -   ", "ไม่มี", "ไม่มีรายได้"])(
    "'%s' is asked about, and 0 once somebody has said so",
    (text) => {
      expect(readIncome(text, 10_000_000)).toEqual({ ok: false, reason: "INCOME_NONE" });
      const answers = { noneIsZero: true, dotThousands: false };
      expect(readIncome(text, 10_000_000, answers)).toEqual({ ok: true, satang: 0 });
    },
  );

  test.each([
    "สามหมื่น",
    "3หมื่น",
    "3E+04",
    "30.000,50",
    "30.000",
    "1.234.567",
    "1,0",
    "30,00",
    "10000-20000",
    "0-30000",
    "(500)",
    "2,500/เดือน",
    "2500 บาทต่อเดือน",
    "บาท",
  ])("'%s' is no yearly sum that is clear", (text) => {
    expect(readIncome(text, 10_000_000)).toEqual({ ok: false, reason: "INCOME_UNCLEAR" });
  });

  test.each([
    ["30.000", 3_000_000],
    ["30.000,50", 3_000_050],
    ["30.5", 3_050],
    ["30000.00", 3_000_000],
  ])("%s is %i satang where dots part thousands", (text, satang) => {
    const answers = { noneIsZero: false, dotThousands: true };
    expect(readIncome(text, 10_000_000, answers)).toEqual({ ok: true, satang });
  });

  test.each(["100000.01", "-1", "100,001", "1e+21"])("%s is out of range", (text) => {
    expect(readIncome(text, 10_000_000)).toEqual({ ok: false, reason: "INCOME_OUT_OF_RANGE" });
  });
});

describe("a birth date of the list", () => {
  test.each([
    ["01/05/2503", "1960-05-01", "day"],
    ["1-5-1960", "1960-05-01", "day"],
    ["๑ พ.ค. ๒๕๐๓", "1960-05-01", "day"],
    ["1 พฤษภาคม พ.ศ. 2503", "1960-05-01", "day"],
    ["2503-05-01", "1960-05-01", "day"],
    ["1960-05-01", "1960-05-01", "day"],
    ["1/5/2503 0:00:00", "1960-05-01", "day"],
    ["1-May-1960", "1960-05-01", "day"],
    ["25030501", "1960-05-01", "day"],
    ["01052503", "1960-05-01", "day"],
    ["29/02/2503", "1960-02-29", "day"],
    ["00/05/2503", "1960-05-01", "month"],
    ["พ.ค. 2503", "1960-05-01", "month"],
    ["25030500", "1960-05-01", "month"],
    ["00/00/2503", "1960-01-01", "year"],
    ["15/00/2503", "1960-01-01", "year"],
    ["2503-00-00", "1960-01-01", "year"],
    ["2503", "1960-01-01", "year"],
    ["1960", "1960-01-01", "year"],
    ["พ.ศ. 2503", "1960-01-01", "year"],
    ["01/02/2561", "2018-02-01", "day"],
    ["2561", "2018-01-01", "year"],
    ["", null, null],
    ["-", null, null],
    ["ไม่ทราบ", null, null],
    ["#N/A", null, null],
    ["NULL", null, null],
    ["1960-05-01 18:00:00", "1960-05-01", "day"],
    ["1/5/2503 23:59:59", "1960-05-01", "day"],
    ["May-1960", "1960-05-01", "month"],
    ["1-May-1960", "1960-05-01", "day"],
    ["01/02/2441", "1898-02-01", "day"],
  ])("%s is %s, known to the %s", (text, birthDate, precision) => {
    expect(readListBirthDate(text, "2018-02-01")).toEqual({ ok: true, birthDate, precision });
  });

  test.each([
    "01/05/03",
    "1-May-60",
    "03",
    "29/02/2500",
    "31/04/2503",
    "05/21/2503",
    "02/02/2561",
    "2562",
    "2400",
    "31/01/2440",
    "01/05/1417",
    "1417-05-01",
    "01/05/0503",
    "01/05/2403",
    "01/05/3046",
    "01/05/1817",
    "22037",
    "1 เดือนห้า 2503",
    "00/00/0000",
    "503",
    "1/1/25033",
  ])("%s is invalid", (text) => {
    expect(readListBirthDate(text, "2018-02-01")).toEqual({
      ok: false,
      reason: "BIRTH_DATE_INVALID",
    });
  });

  test("its day and month are read as its whole column has them", () => {
    const read = (text: string, order: "day_first" | "month_first" | null) =>
      readListBirthDate(text, "2018-02-01", { order, serials: false });
    expect(read("05/13/1960", "month_first")).toMatchObject({ birthDate: "1960-05-13" });
    expect(read("03/04/1961", "month_first")).toMatchObject({ birthDate: "1961-03-04" });
    expect(read("03/04/1961", "day_first")).toMatchObject({ birthDate: "1961-04-03" });
    expect(read("13/05/1960", "month_first")).toMatchObject({ reason: "BIRTH_DATE_INVALID" });
    for (const doubtful of ["03/04/1961", "05/13/1960", "13/05/1960"])
      expect(read(doubtful, null)).toEqual({ ok: false, reason: "BIRTH_DATE_ORDER" });
    for (const clear of ["1960-05-13", "13 พ.ค. 2503", "05/05/1960", "2503"])
      expect(read(clear, null)).toMatchObject({ ok: true });
  });

  test("day numbers are dates only in a column of day numbers", () => {
    expect(readListBirthDate("22037", "2018-02-01", { order: "day_first", serials: true })).toEqual(
      {
        ok: true,
        birthDate: "1960-05-01",
        precision: "day",
      },
    );
  });
});

describe("what a spreadsheet damaged is mended and listed", () => {
  test.each([
    ["812345678", "0812345678", true],
    ["๘๑-๒๓๔-๕๖๗๘", "0812345678", true],
    ["54511234", "054511234", true],
    ["081-234 5678", "0812345678", false],
    ["+66812345678", "0812345678", false],
    ["054-511-234", "054511234", false],
    ["0812345678, 0898765432", "0812345678, 0898765432", false],
    ["512345678", "512345678", false],
  ])("phone %s is %s", (text, value, mended) => {
    const read = readPhone(text);
    expect(read.value).toBe(value);
    expect(read.repair).toEqual(mended ? { field: "phone", from: text, to: value } : null);
  });

  test.each([
    ["27-ม.ค.", "27/1"],
    ["5-มิ.ย.", "5/6"],
    ["ม.ค.-45", "1/45"],
    ["Dec-45", "12/45"],
    ["May-2013", "5/13"],
    ["Jan-1945", "1/45"],
    ["27/1/2018", "27/1"],
    ["27/1/2561", "27/1"],
  ])("house %s is %s, by what its cell shows", (text, value) => {
    expect(readHouseNo(text)).toEqual({
      value,
      repair: { field: "houseNo", from: text, to: value },
    });
  });

  test.each([
    ["27-Jan", "27/1", "1/27"],
    ["27-ม.ค.-18", "27/1", "1/27"],
    ["12-Mar-2018", "12/3", "3/12"],
    ["31-May-2018", "31/5", "5/31"],
    ["2018-01-27", "27/1", "1/27"],
    ["1945-12-01", "1/12", "12/1"],
    ["5/6/2561", "5/6", "6/5"],
  ])("house %s may be %s or %s: unknown until somebody has said it", (text, day, month) => {
    expect(readHouseNo(text)).toEqual({
      value: null,
      repair: { field: "houseDate", from: text, to: `${day} | ${month}` },
    });
    expect(readHouseNo(text, "day_first")).toMatchObject({ value: day });
    expect(readHouseNo(text, "month_first")).toMatchObject({ value: month });
  });

  test.each(["27/1", "27", "12 ก", "99/123", "27/13/2561", "5-abc", "123-4"])(
    "house %s stays",
    (text) => {
      expect(readHouseNo(text)).toEqual({ value: text, repair: null });
    },
  );

  test.each([" - ", "-", "#N/A", "#VALUE!", "NULL", "nan", "0", "ไม่มี", "(ไม่มี)", "ไม่ระบุ"])(
    "'%s' is nothing",
    (text) => {
      expect(readPhone(text)).toEqual({ value: null, repair: null });
      expect(readHouseNo(text)).toEqual({ value: null, repair: null });
      expect(readVillageNo(text)).toBeNull();
    },
  );

  test("a house in Thai digits is the same house", () => {
    expect(readHouseNo("๑๒/๓")).toEqual({ value: "12/3", repair: null });
  });

  test.each([
    ["4", 4],
    ["๐๔", 4],
    ["หมู่ที่ 12", 12],
    ["ม.3 บ้านใหม่", 3],
    ["ม.๔ บ้านปง", 4],
    ["บ้านปง 2 หมู่ 14", 14],
    ["4.0", 4],
    ["0", null],
    ["-", null],
    ["", null],
    ["123", null],
  ])("หมู่ที่ %s is %s", (text, number) => {
    expect(readVillageNo(text)).toBe(number);
  });
});
