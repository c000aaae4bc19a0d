import { describe, expect, test } from "vitest";
import {
  acceptedCodes,
  bouncedCodes,
  matchReturn,
  type ReturnRow,
  returnCode,
  unknownCodes,
} from "./ministry-return";

const lines = [
  { entryId: "a", position: 1, person: "kham" },
  { entryId: "b", position: 2, person: "pan" },
  // A wish and an interview of one person.
  { entryId: "c", position: 3, person: "som" },
  { entryId: "d", position: 4, person: "som" },
];
const row = (rowNumber: number, more: Partial<ReturnRow>): ReturnRow => ({
  rowNumber,
  person: null,
  position: undefined,
  code: "00",
  ...more,
});
const nothing = { answers: [], unknown: [], twice: [], unclear: [] };

describe("by the position in the file", () => {
  test("a row answers its line, with or without the ID", () => {
    const rows = [row(2, { position: 1 }), row(3, { position: 4, person: "som", code: "E1" })];
    expect(matchReturn(rows, lines)).toEqual({
      ...nothing,
      answers: [
        { entryId: "a", code: "00" },
        { entryId: "d", code: "E1" },
      ],
    });
  });

  test("a row of another person, of no line or without a position names nothing", () => {
    const rows = [
      row(2, { position: 1, person: "pan" }),
      row(3, { position: 5 }),
      row(4, { position: null, person: "kham" }),
    ];
    expect(matchReturn(rows, lines)).toEqual({ ...nothing, unknown: [2, 3, 4] });
  });
});

describe("by the ID alone", () => {
  test("a row answers the person's one line", () => {
    expect(matchReturn([row(2, { person: "pan" })], lines).answers).toEqual([
      { entryId: "b", code: "00" },
    ]);
  });

  test("of somebody with two lines it is clear only where each has its row and both say the same", () => {
    const one = row(2, { person: "som" });
    expect(matchReturn([one], lines)).toEqual({ ...nothing, unclear: [2] });
    expect(matchReturn([one, { ...one, rowNumber: 3, code: "E1" }], lines)).toEqual({
      ...nothing,
      unclear: [2, 3],
    });
    expect(matchReturn([one, { ...one, rowNumber: 3 }], lines).answers).toHaveLength(2);
  });

  test("nobody, or a stranger, is unknown", () => {
    expect(matchReturn([row(2, {}), row(3, { person: "mai" })], lines).unknown).toEqual([2, 3]);
  });
});

test("a line that is named twice is taken once, and not at all where the rows say different things", () => {
  const first = row(2, { person: "kham" });
  expect(matchReturn([first, { ...first, rowNumber: 3 }], lines)).toEqual({
    ...nothing,
    answers: [{ entryId: "a", code: "00" }],
    twice: [3],
  });
  expect(matchReturn([first, { ...first, rowNumber: 3, code: "E1" }], lines)).toEqual({
    ...nothing,
    twice: [2, 3],
  });
});

test("codes that are in no list are told with their rows", () => {
  const known = [{ code: "00", means: "accepted", words: "รับแล้ว" }] as const;
  const answers = ["00", "X9", "X9"].map((code, index) => ({ entryId: String(index), code }));
  expect(unknownCodes(answers, known)).toEqual([{ code: "X9", rows: 2 }]);
});

test("codes are typed one a line with their words; a code alone is refused", () => {
  expect(bouncedCodes.parse("e๑ ไม่พบเลขประจำตัวประชาชน\n\nE2  ซ้ำ")).toEqual([
    { code: "E1", words: "ไม่พบเลขประจำตัวประชาชน" },
    { code: "E2", words: "ซ้ำ" },
  ]);
  expect(bouncedCodes.safeParse("E1").error?.issues[0]?.message).toBe("codeLine");
  expect(acceptedCodes.safeParse(" ").error?.issues[0]?.message).toBe("missing");
  expect(returnCode(" e๑ ")).toBe("E1");
});
