import { BuddhistCalendar, CalendarDate, toCalendar } from "@internationalized/date";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toThaiDigits } from "@/domain/thai";
import {
  formatThaiDate,
  formatThaiDateNumeric,
  formatThaiDateOfOrder,
  formatThaiDateShort,
  formatThaiMonth,
  formatThaiMonthShort,
  formatThaiPeriod,
  formatThaiTime,
  readBirthDate,
  readThaiDate,
  readTypedDate,
  thaiMonths,
  thaiShortMonths,
} from "@/domain/thai-dates";

test("dates are written in the Buddhist era", () => {
  expect(formatThaiDate("2018-03-02")).toBe("2 มีนาคม 2561");
  expect(formatThaiDateOfOrder("2018-03-02")).toBe("2 มีนาคม พ.ศ. 2561");
  expect(formatThaiTime("16:30")).toBe("16.30");
  expect(formatThaiPeriod("2018-02-01", "2018-02-28")).toBe("1 – 28 กุมภาพันธ์ 2561");
  expect(formatThaiPeriod("2018-02-26", "2018-03-02")).toBe("26 กุมภาพันธ์ – 2 มีนาคม 2561");
  expect(formatThaiPeriod("2017-12-26", "2018-01-05")).toBe("26 ธันวาคม 2560 – 5 มกราคม 2561");
  expect(formatThaiPeriod("2018-02-01", "2018-02-01")).toBe("1 กุมภาพันธ์ 2561");
  expect(formatThaiDateShort("2018-03-02")).toBe("2 มี.ค. 61");
  expect(formatThaiDateShort("1957-12-31")).toBe("31 ธ.ค. 00");
  expect(formatThaiDateNumeric("2018-03-02")).toBe("02/03/2561");
  expect(formatThaiMonth("2018-12")).toBe("ธันวาคม 2561");
  expect(formatThaiMonthShort("2018-12")).toBe("ธ.ค. 61");
});

test.each([
  "2/3/2561",
  "02-03-2561",
  "2.3.2561",
  "2 / 3 / 2561",
  "๒/๓/๒๕๖๑",
  "02/03/2018",
  "2 มีนาคม 2561",
  "2 มี.ค. 2561",
  "2 มี.ค.2561",
  "2มีค2561",
  "วันที่ ๒ เดือน มีนาคม พ.ศ. ๒๕๖๑",
  "2018-03-02",
  "2561-03-02",
  "2018-03-02 00:00:00",
  " 2\u200b/3/2561 ",
  "02032561",
  "25610302",
  "๐๒๐๓๒๕๖๑",
  "20180302",
  "2 Mar 2018",
  "2-March-2018",
  "วันศุกร์ที่ 2 มีนาคม 2561",
  "2 มีนาคม 2561 เวลา 16.30 น.",
  "2/3/2561 18:00",
  "2018-03-02T09:30:00.000Z",
  "2–3–2561",
])("%j is 2 March 2018", (text) => {
  expect(readThaiDate(text)).toEqual({ ok: true, date: "2018-03-02" });
});

test.each([
  ["2/3/61", "TWO_DIGIT_YEAR"],
  ["2 มี.ค. 61", "TWO_DIGIT_YEAR"],
  ["29/02/2561", "DOES_NOT_EXIST"],
  ["31/04/2561", "DOES_NOT_EXIST"],
  ["00/03/2561", "DOES_NOT_EXIST"],
  ["1/13/2561", "DOES_NOT_EXIST"],
  ["2/3/256", "NOT_A_DATE"],
  ["2/3/25611", "NOT_A_DATE"],
  ["2561", "NOT_A_DATE"],
  ["2 มีนา 2561", "NOT_A_DATE"],
  ["", "NOT_A_DATE"],
  ["-", "NOT_A_DATE"],
  ["เมื่อวาน", "NOT_A_DATE"],
])("%j is refused: %s", (text, fault) => {
  expect(readThaiDate(text)).toEqual({ ok: false, fault });
});

test.each([
  ["2/3/61", "2018-03-02"],
  ["๒/๓/๖๑", "2018-03-02"],
  ["2 มี.ค. 61", "2018-03-02"],
  ["1/1/00", "1957-01-01"],
  ["31/12/80", "2037-12-31"],
  ["1/1/81", "1938-01-01"],
  ["2 มีนาคม 2561", "2018-03-02"],
])("typed into a form, %j is %s", (text, date) => {
  expect(readTypedDate(text)).toEqual({ ok: true, date });
});

test.each(["29/2/61", "31/4/2561", "2561", "61", "2/3", "2/3/256", "เมื่อวาน", "0812345678"])(
  "typed into a form, %j is no date",
  (text) => {
    expect(readTypedDate(text).ok).toBe(false);
  },
);

test("a leap day is judged by the C.E. year", () => {
  expect(readThaiDate("29/2/2559")).toEqual({ ok: true, date: "2016-02-29" });
  expect(readThaiDate("29/2/2560")).toEqual({ ok: false, fault: "DOES_NOT_EXIST" });
});

test.each([
  ["2503", "1960-01-01"],
  ["พ.ศ. ๒๕๐๓", "1960-01-01"],
  ["1960", "1960-01-01"],
  ["00/00/2503", "1960-01-01"],
  ["00/05/2503", "1960-05-01"],
  ["1960-00-00", "1960-01-01"],
  ["17/05/2503", "1960-05-17"],
  ["2401", "1858-01-01"],
  ["2400", "2400-01-01"],
])("the birth date %j is read as %s", (text, date) => {
  expect(readBirthDate(text)).toEqual({ ok: true, date });
});

test.each([
  ["03", "TWO_DIGIT_YEAR"],
  ["17/00/2503", "DOES_NOT_EXIST"],
  ["31/02/2503", "DOES_NOT_EXIST"],
  ["99999999", "DOES_NOT_EXIST"],
  ["", "NOT_A_DATE"],
])("the birth date %j is refused: %s", (text, fault) => {
  expect(readBirthDate(text)).toEqual({ ok: false, fault });
});

test("every date that is written can be read, in every form and in both digits", () => {
  const day = fc
    .tuple(fc.integer({ min: 1858, max: 2399 }), fc.integer({ min: 1, max: 12 }), fc.nat(27))
    .map(([year, month, date]) => new CalendarDate(year, month, date + 1));
  fc.assert(
    fc.property(day, (calendarDate) => {
      const date = calendarDate.toString();
      const inBuddhistEra = toCalendar(calendarDate, new BuddhistCalendar());
      const forms = [
        formatThaiDate(date),
        formatThaiDateNumeric(date),
        date,
        `${calendarDate.day} ${thaiShortMonths[calendarDate.month - 1]} ${inBuddhistEra.year}`,
        formatThaiDateNumeric(date).replaceAll("/", ""),
        `${calendarDate.day}${thaiMonths[calendarDate.month - 1]}${calendarDate.year}`,
      ];
      for (const form of [...forms, ...forms.map(toThaiDigits)]) {
        expect(readThaiDate(form)).toEqual({ ok: true, date });
        expect(readBirthDate(form)).toEqual({ ok: true, date });
        expect(readTypedDate(form)).toEqual({ ok: true, date });
      }
    }),
  );
});

test("no text makes the reader throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(typeof readThaiDate(text).ok).toBe("boolean");
      expect(typeof readTypedDate(text).ok).toBe("boolean");
      expect(typeof readBirthDate(text).ok).toBe("boolean");
    }),
  );
});
