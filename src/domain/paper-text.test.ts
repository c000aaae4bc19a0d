import { describe, expect, it } from "vitest";
import { columnWidths, isOneWord, paperPieces, withFixedSpaces } from "./paper-text";

const keptIn = (text: string) =>
  paperPieces(text)
    .filter(({ keep }) => keep)
    .map(({ text: piece }) => piece);

describe("what a line of a letter is never broken in", () => {
  it.each([
    ["เมื่อวันที่ 9 มกราคม 2561 นั้น", "วันที่ 9 มกราคม 2561"],
    ["ว 392 ลงวันที่ 9 กุมภาพันธ์ 2561", "ลงวันที่ 9 กุมภาพันธ์ 2561"],
    ["ประกาศ ณ วันที่ ๙ กุมภาพันธ์ พ.ศ. ๒๕๖๑", "วันที่ ๙ กุมภาพันธ์ พ.ศ. ๒๕๖๑"],
    ["1 – 28 กุมภาพันธ์ 2561", "1 – 28 กุมภาพันธ์ 2561"],
    ["ประจำเดือนกุมภาพันธ์ 2561", "กุมภาพันธ์ 2561"],
    ["ส่งมาจำนวน 1 ชุด", "จำนวน 1 ชุด"],
    ["ทั้งหมด 5,273 คน แล้ว", "5,273 คน"],
    ["เวลา 16.30 น.", "เวลา 16.30 น."],
    ["ด่วนที่สุด ที่ มท ๐๘๑๐.๖/ว ๓๙๒ ลง", "ที่ มท ๐๘๑๐.๖/ว ๓๙๒"],
    ["สำนักงาน โทร. 0-5553-4119 ต่อ 304", "โทร. 0-5553-4119 ต่อ 304"],
    ["ให้ นายสันติ ถิ่นสุข เป็นผู้รับแจ้ง", "นายสันติ ถิ่นสุข"],
    ["อยู่หมู่ที่ 10 ริมห้วย", "หมู่ที่ 10"],
    ["หอประชุมที่ว่าการอำเภอเมืองแพร่", "อำเภอเมืองแพร่"],
    ["ความสะดวกของผู้สูงอายุ", "ผู้สูงอายุ"],
    ["๐๖-๐๐๑๐-๐๐๐๒", "๐๖-๐๐๑๐-๐๐๐๒"],
    ["บ้านเลขที่ลง ๑๒๓/๔๕", "๑๒๓/๔๕"],
    ["เจ้าพนักงานปกครองชำนาญงาน", "ชำนาญงาน"],
  ])("%s", (text, piece) => {
    expect(keptIn(text)).toEqual([piece]);
  });

  it("is not a sentence that begins like a name, nor a number with half a word", () => {
    expect(keptIn("ซึ่งนายอำเภอเป็นผู้กำหนดสถานที่ให้มา และแจ้ง")).toEqual([]);
    expect(keptIn("2 คนละแห่ง")).toEqual([]);
  });

  it("loses nothing, whatever the text", () => {
    const text = "ตามหนังสือ ที่ มท 0810.6/ว 392 ลงวันที่ 9 กุมภาพันธ์ 2561 นายสันติ ถิ่นสุข 2 คน";
    expect(
      paperPieces(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
    expect(withFixedSpaces(text).replaceAll("\u00a0", " ")).toBe(text);
    expect(withFixedSpaces("วันที่ 9 มกราคม 2561 นั้น")).toBe("วันที่\u00a09\u00a0มกราคม\u00a02561 นั้น");
  });
});

describe("columns of a table", () => {
  const head = ["ลำดับ", "ชื่อ", "วันที่รับแจ้ง"];
  it("are as wide as what they hold", () => {
    const [order = 0, name = 0, days = 0] = columnWidths(head, [
      ["1", "นางสาวพัชรินทร์ ใจมูล", "1 – 28 กุมภาพันธ์ 2561"],
    ]);
    expect(order + name + days).toBeCloseTo(100, 0);
    expect(order).toBeLessThan(name);
  });

  it("keep room for a day beside a text that would fill the line", () => {
    const [, text = 0, days = 0] = columnWidths(head, [
      ["1", "ที่ว่าการ ".repeat(30), "1 – 28 กุมภาพันธ์ 2561"],
    ]);
    // 19 signs of the 66 of a line.
    expect(days).toBeGreaterThan((19 / 66) * 100);
    expect(text).toBeGreaterThan(days);
  });

  /** Widths as Sarabun has them (measured in a browser), in hundredths of its size; a cell keeps 114 for its sides. */
  const measured = {
    กรุงเทพมหานคร: 665,
    "๐๖-๐๐๑๐-๐๐๐๒": 731,
    "๑ – ๒๘ กุมภาพันธ์ ๒๕๖๑": 1038,
    ปฏิบัติงาน: 407,
  };
  const line = 3978;
  const room = (widths: readonly number[], column: number) =>
    ((widths[column] ?? 0) / 100) * line - 114;

  it("break no province, no telephone and no day of the letter about those away and of the receiving order", () => {
    const away = columnWidths(
      ["ลำดับ", "ชื่อ", "อำเภอ", "จังหวัด", "โทรศัพท์", "หมายเหตุ"],
      [
        [
          "๑",
          "นางสาวกัญญารัตน์ หมื่นใจ",
          "หนองม่วงไข่",
          "กรุงเทพมหานคร",
          "๐๖-๐๐๑๐-๐๐๐๒",
          "ทำงานรับจ้างกับญาติ กลับบ้านช่วงสงกรานต์",
        ],
      ],
    );
    expect(room(away, 3)).toBeGreaterThan(measured.กรุงเทพมหานคร);
    expect(room(away, 4)).toBeGreaterThan(measured["๐๖-๐๐๑๐-๐๐๐๒"]);
    const order = columnWidths(
      ["ลำดับ", "ชื่อ", "ตำแหน่ง", "สถานที่", "วันที่รับแจ้ง"],
      [
        [
          "๑",
          "นางวันเพ็ญ กาวิยศ",
          "เจ้าพนักงานปกครองชำนาญงาน อำเภอเมืองแพร่",
          "หอประชุมที่ว่าการอำเภอเมืองแพร่",
          "๑ – ๒๘ กุมภาพันธ์ ๒๕๖๑",
        ],
      ],
    );
    expect(room(order, 4)).toBeGreaterThan(measured["๑ – ๒๘ กุมภาพันธ์ ๒๕๖๑"]);
    expect(room(order, 2)).toBeGreaterThan(measured.ปฏิบัติงาน);
  });

  it("keep a place whole in which the dictionary sees two words, and a bold heading, among seven columns", () => {
    const figures = ["๑,๒๐๗", "๖๘", "๔๕๙", "๖๗๖", "๑๗"];
    const areas = columnWidths(
      ["ลำดับ", "พื้นที่", "ทุกคน", "ได้คำตอบแล้ว", "มาพบแล้ว รอสัมภาษณ์", "ยังต้องพบ", "พ้น"],
      [
        ["๑", "กาญจนา", ...figures],
        ["๒", "หนองม่วงไข่", ...figures],
      ],
    );
    expect(room(areas, 1)).toBeGreaterThan(500);
    expect(room(areas, 0)).toBeGreaterThan(250);
    expect(room(areas, 3)).toBeGreaterThan(600);
    expect(isOneWord("กาญจนา")).toBe(true);
    expect(isOneWord("เจ้าพนักงานปกครองชำนาญงานพิเศษ")).toBe(false);
  });
});
