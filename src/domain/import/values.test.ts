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
  ])("%s is %i satang", (text, satang) => {
    expect(readIncome(text, 10_000_000)).toEqual({ ok: true, satang });
  });

  test.each([
    "",
    " ",
    "-",
    "–",
    "ไม่มี",
    "สามหมื่น",
    "3E+04",
    "30.000,50",
    "1,0",
    "10000-20000",
    "บาท",
  ])("'%s' is no number", (text) => {
    expect(readIncome(text, 10_000_000)).toEqual({ ok: false, reason: "INCOME_MISSING" });
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
    "ไม่ทราบ",
    "1 เดือนห้า 2503",
    "00/00/0000",
    "503",
    "1/1/25033",
  ])("%s is invalid", (text) => {
    expect(readListBirthDate(text, "2018-02-01")).toEqual({ ok: false });
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
    ["27-ม.ค.-18", "27/1"],
    ["5-มิ.ย.", "5/6"],
    ["27-Jan", "27/1"],
    ["27-Jan-18", "27/1"],
    ["ม.ค.-45", "1/45"],
    ["Dec-45", "12/45"],
    ["2018-01-27", "27/1"],
    ["2018-01-01", "1/1"],
    ["1945-12-01", "12/45"],
    ["27/1/2018", "27/1"],
    ["27/1/2561", "27/1"],
  ])("house %s is %s", (text, value) => {
    expect(readHouseNo(text)).toEqual({
      value,
      repair: { field: "houseNo", from: text, to: value },
    });
  });

  test.each(["27/1", "27", "12 ก", "99/123", "27/13/2561", "5-abc", "123-4"])(
    "house %s stays",
    (text) => {
      expect(readHouseNo(text)).toEqual({ value: text, repair: null });
    },
  );

  test("a dash is nothing", () => {
    expect(readPhone(" - ")).toEqual({ value: null, repair: null });
    expect(readHouseNo("-")).toEqual({ value: null, repair: null });
  });

  test.each([
    ["4", 4],
    ["๐๔", 4],
    ["หมู่ที่ 12", 12],
    ["ม.3 บ้านใหม่", 3],
    ["0", null],
    ["-", null],
    ["", null],
    ["123", null],
  ])("หมู่ที่ %s is %s", (text, number) => {
    expect(readVillageNo(text)).toBe(number);
  });
});
