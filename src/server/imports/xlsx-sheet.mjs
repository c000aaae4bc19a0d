// The rows of one sheet as text, for `xlsx-child.mjs`. Rows and cells that only carry a format are no rows and no cells.
import { most, Refused } from "./reader.mjs";
import { dateText } from "./xlsx-dates.mjs";
import { EndlessPiece, readXml, withoutEscapes } from "./xlsx-xml.mjs";
import { unpacked } from "./xlsx-zip.mjs";

const mostRows = 200_000;
/** `_x000D_`: one letter. */
const escapeLength = 7;

/** Calls `row(number, cells, hidden)` for each row that holds something. */
export async function readSheet(entry, book, row) {
  const now = { number: 0, hidden: false, cells: [], column: -1, type: "", style: -1, text: "" };
  let inText = false;
  let rows = 0;
  const tooLong = () => new Refused("FILE_CELL_TOO_LONG", { row: now.number });
  const handlers = {
    open(name, attributes) {
      if (name === "c") openCell(now, attributes);
      else if (name === "v" || name === "t") inText = true;
      else if (name === "row") openRow(now, attributes);
      else if (name === "rPh") now.type = "aside";
    },
    close(name) {
      if (name === "v" || name === "t") inText = false;
      else if (name === "c") closeCell(now, book);
      else if (name === "row" && now.cells.length > 0) {
        rows += 1;
        if (rows > mostRows) throw new Refused("FILE_TOO_MANY_ROWS");
        row(now.number, filled(now.cells), now.hidden);
      }
    },
    text(piece) {
      if (!inText || now.type === "aside") return;
      now.text += piece;
      // Before its escapes are read; several runs make one text.
      if (now.text.length > most.cell * escapeLength) throw tooLong();
    },
  };
  await readXml(unpacked(entry), handlers).catch((error) => {
    throw error instanceof EndlessPiece ? tooLong() : error;
  });
}

function openRow(now, attributes) {
  now.number = Number(attributes.r) || now.number + 1;
  now.hidden = /^(?:1|true)$/.test(attributes.hidden ?? "");
  now.cells = [];
  now.column = -1;
}

function openCell(now, attributes) {
  const letters = /^[A-Z]{1,3}/.exec(attributes.r ?? "")?.[0];
  now.column = letters ? columnOf(letters) : now.column + 1;
  now.type = attributes.t ?? "";
  now.style = Number(attributes.s ?? -1);
  now.text = "";
}

function columnOf(letters) {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function closeCell(now, book) {
  const text = textOf(now, book);
  if (text.trim() === "") return;
  if (now.column >= most.columns) throw new Refused("FILE_TOO_WIDE", { row: now.number });
  if (text.length > most.cell) throw new Refused("FILE_CELL_TOO_LONG", { row: now.number });
  now.cells[now.column] = text;
}

function textOf({ type, style, text }, { texts, dates, is1904 }) {
  if (type === "s") return texts[Number(text)] ?? "";
  if (type === "str" || type === "inlineStr") return withoutEscapes(text);
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  // What a formula could not work out: the error's name begins with # in every language.
  if (type === "e") return text.startsWith("#") ? text : `#${text}`;
  if (type === "d" || text === "" || Number.isNaN(Number(text))) return text;
  const shown = dates[style];
  return shown ? dateText(Number(text), shown, is1904) : String(Number(text));
}

function filled(cells) {
  return Array.from(cells, (cell) => cell ?? "");
}
