import { describe, expect, it, test } from "vitest";
import { type PackContents, packContents } from "@/domain/pack";
import { packBrief } from "./brief";
import { packPages, packPaper } from "./pages";
import { thaiPieces } from "./thai-breaks";

/** A name as long as names come, with signs and an abbreviation in it. */
const longName = "บ้านทุ่งกวาวใต้ศรีวิไลพัฒนา (แม่หล่าย) ฯ";

describe("Thai on a page", () => {
  it("keeps every letter", () => {
    for (const text of [longName, "ณ 14 มี.ค. 61", "“ทุกคน” 5,256 คน!", " ", ""])
      expect(
        thaiPieces(text)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
  });

  test.each([
    ["จังหวัด (แพร่) มี", "("],
    ["ร้อยละ 5.8% ของ", "%"],
    ["คำว่า “ทุกคน” ใน", "“"],
  ])("%s begins no line with a closing sign and ends none with an opening one", (text) => {
    const pieces = thaiPieces(text);
    for (const { text: piece, whole } of pieces) {
      if (!whole) continue;
      expect(piece).not.toMatch(/^[)”%]/);
      expect(piece).not.toMatch(/[(“]$/);
    }
    expect(pieces.some(({ whole }) => whole)).toBe(true);
  });
});

const blocks = { total: 90, answered: 31, metWaiting: 20, toMeet: 37, released: 2 };
const speed = {
  recentPerDay: 1.4,
  neededPerDay: 19,
  end: { says: "late" as const, day: "2018-06-20" },
};

function buildPack(over: Partial<PackContents> = {}): PackContents {
  const area = { code: "5403", name: longName, now: blocks, before: null, speed };
  return packContents.parse({
    version: 1,
    kind: "now",
    provinceCode: "54",
    districtCode: null,
    province: "แพร่",
    district: null,
    ...{ day: "2018-03-14", time: "16:40", round: null, before: null },
    madeBy: { name: "นายสมชาย ใจดี", position: "ผู้ว่าราชการจังหวัด" },
    meetingOn: null,
    fieldwork: { from: "2018-03-02", until: "2018-04-30" },
    whole: area,
    ...{ interviewed: 12, away: 3, interviewedBefore: null, awayBefore: null },
    districts: [area],
    subdistricts: [{ ...area, code: "540301", district: longName }],
    trend: {
      days: [
        { day: "2018-03-13", answered: 30, met: 50, goal: 88 },
        { day: "2018-03-14", answered: 31, met: 51, goal: 88 },
      ],
      ...{ goal: 88, answered: 31, until: "2018-04-30", needed: null },
    },
    behind: [{ name: longName, people: 57, of: 88 }],
    ...{ projects: null, agencies: null, money: null, followUp: null, matters: null },
    ...over,
  });
}

describe("the pages of a pack", () => {
  it("are PDF, and the same bytes of the same contents", async () => {
    for (const make of [packPages, packBrief]) {
      const [one, same] = [await make(buildPack()), await make(buildPack())];
      expect(Buffer.from(one.subarray(0, 5)).toString()).toBe("%PDF-");
      expect(Buffer.from(one).equals(Buffer.from(same))).toBe(true);
    }
  });

  it("take text as text: what looks like a template is written as it is", async () => {
    const name = '#panic("ไม่ควรทำงาน") $x$ *หนา*';
    const bytes = await packPages(buildPack({ province: name }));
    expect(bytes.length).toBeGreaterThan(10_000);
  });

  it("say in words what is not known, never 0", () => {
    const { tables } = packPaper(buildPack());
    const absent = tables.filter((table) => table.absent !== null);
    expect(absent).toHaveLength(3);
    const districts = tables[1];
    expect(districts?.rows[0]?.slice(4, 7)).toEqual(Array.from({ length: 3 }, () => "ไม่มีข้อมูล"));
  });
});
