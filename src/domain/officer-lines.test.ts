import { describe, expect, it, test } from "vitest";
import { isSameOfficer, readAgency, readOfficerLines } from "./officer-lines";

const somchai = { name: "นายสมชาย ใจดี", agency: "BAAC", phone: "0812345678" };
const read = (text: string) => readOfficerLines(text)[0];

describe("a line is understood", () => {
  test.each([
    "นายสมชาย ใจดี–ธ.ก.ส.–081-234-5678",
    "นายสมชาย ใจดี - ธ.ก.ส. สาขาเด่นชัย - 081 234 5678",
    "นายสมชาย ใจดี\tธกส\t0812345678",
    "นายสมชาย  ใจดี, ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร, ๐๘๑-๒๓๔๕๖๗๘".replace("  ", " "),
    "นาย สมชาย ใจดี ธ.ก.ส. 0812345678",
    "นายสมชาย ใจดี-ธ.ก.ส.-081-234-5678",
    "1. นายสมชาย ใจดี — ธ.ก.ส. — (081) 234-5678",
    "นายสมชาย ใจดี | BAAC | +66812345678",
    "นายสมชาย ใจดี - 081-234-5678 - ธ.ก.ส.",
    "1\tนายสมชาย\tใจดี\tธ.ก.ส.\t0812345678",
    "นาย\tสมชาย\tใจดี\tธ.ก.ส. สาขาแพร่\t081-234-5678",
    "๑\tนายสมชาย\tใจดี\t๐๘๑๒๓๔๕๖๗๘\tธ.ก.ส.",
    "นายสมชาย ใจดี\tหัวหน้าสาขา\tธ.ก.ส.\t0812345678",
  ])("%s", (line) => {
    expect(read(line)).toMatchObject({ ok: true, officer: somchai });
  });

  it("keeps a surname of two words, a land line and the short form of a title", () => {
    expect(read("น.ส.มาลี ณ เชียงใหม่, อบต.ห้วยไร่, 054-511-411")).toMatchObject({
      ok: true,
      officer: { name: "นางสาวมาลี ณ เชียงใหม่", agency: "LAO", phone: "054511411" },
    });
  });

  it("passes over empty lines and headings, and counts lines as they were pasted", () => {
    const lines = readOfficerLines("ชื่อ-สกุล\tหน่วยงาน\tโทร.\n\nนายสมชาย ใจดี\tธ.ก.ส.\t0812345678\n");
    expect(lines).toMatchObject([{ number: 3, ok: true }]);
  });
});

describe("a line that is not understood says why", () => {
  test.each([
    ["สมชาย ใจดี - ธ.ก.ส. - 0812345678", "title"],
    ["นายสมชาย - ธ.ก.ส. - 0812345678", "surname"],
    ["นายสมชาย ใจดี - โรงเรียนวัด - 0812345678", "agency"],
    ["นายสมชาย ใจดี 0812345678", "agency"],
    ["นายสมชาย ใจดี - ธ.ก.ส.", "phoneMissing"],
    ["นายสมชาย ใจดี - ธ.ก.ส. - 12345678", "phone"],
    ["- ธ.ก.ส. - 0812345678", "name"],
    ["0812345678", "name"],
  ])("%s: %s", (line, fault) => {
    expect(read(line)).toMatchObject({ ok: false, fault });
  });

  it("once and not twice", () => {
    const line = "นายสมชาย ใจดี–ธ.ก.ส.–081-234-5678";
    expect(readOfficerLines(`${line}\n${line}`).map((each) => each.ok)).toEqual([true, false]);
  });

  it("whatever is pasted", () => {
    for (const text of ["", "\0", "–––", "๐".repeat(5000), "นาย".repeat(500), "a\tb\tc\td"])
      for (const line of readOfficerLines(text)) expect(line.ok).toBe(false);
  });
});

test.each([
  ["พช.", "CDD"],
  ["สำนักงานเกษตรอำเภอเด่นชัย", "DOAE"],
  ["ที่ทำการปกครองอำเภอ", "DOPA"],
  ["เทศบาลตำบลแม่จั๊ว", "LAO"],
  ["แรงงานจังหวัด", "MOL"],
  ["อื่น ๆ", "OTHER"],
  ["สหกรณ์", undefined],
])("%s is %s", (text, agency) => {
  expect(readAgency(text)).toBe(agency);
});

test("one person is known again by name, agency and telephone", () => {
  expect(isSameOfficer(somchai, { ...somchai, name: "นาย สมชาย ใจดี", phone: "081-2345678" })).toBe(
    "same",
  );
  expect(isSameOfficer(somchai, { ...somchai, phone: null })).toBe("likely");
  expect(isSameOfficer(somchai, { ...somchai, agency: "GSB" })).toBe("other");
});
