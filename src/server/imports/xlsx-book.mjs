// The parts of a workbook that say how its sheets are read, for `xlsx-child.mjs`.
import { Refused } from "./reader.mjs";
import { dateKind } from "./xlsx-dates.mjs";
import { EndlessPiece, readXml, withoutEscapes } from "./xlsx-xml.mjs";
import { unpacked } from "./xlsx-zip.mjs";

const nothing = () => {};

/** Sheets in their order with the path of each, shared texts, and the dates among the cell formats. */
export async function readBook(entries) {
  const root = await relations(entries, "_rels/.rels", "");
  const path =
    root.find(({ type }) => type.endsWith("/officeDocument"))?.target ?? "xl/workbook.xml";
  if (!entries.has(path)) throw new Refused("FILE_DAMAGED");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const related = await relations(
    entries,
    `${folder}_rels/${path.slice(folder.length)}.rels`,
    folder,
  );
  const target = (end) => related.find(({ type }) => type.endsWith(end))?.target;
  const { sheets, is1904 } = await workbook(entries, path);
  return {
    is1904,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      path: related.find(({ id, type }) => id === sheet.id && type.endsWith("/worksheet"))?.target,
    })),
    texts: await sharedTexts(entries, target("/sharedStrings")),
    dates: await dateStyles(entries, target("/styles")),
  };
}

async function relations(entries, path, folder) {
  const found = [];
  await part(entries, path, (name, attributes) => {
    if (name !== "Relationship") return;
    const target = attributes.Target ?? "";
    found.push({
      id: attributes.Id,
      type: attributes.Type ?? "",
      target: resolved(target.startsWith("/") ? target : `${folder}${target}`),
    });
  });
  return found;
}

function resolved(path) {
  const parts = [];
  for (const step of path.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "." && step !== "") parts.push(step);
  }
  return parts.join("/");
}

async function part(entries, path, open) {
  const entry = entries.get(path);
  if (entry) await readXml(unpacked(entry), { open, close: nothing, text: nothing });
}

async function workbook(entries, path) {
  const sheets = [];
  let is1904 = false;
  await part(entries, path, (name, attributes) => {
    if (name === "workbookPr") is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
    if (name !== "sheet") return;
    const hidden = /hidden/i.test(attributes.state ?? "");
    const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
    sheets.push({ name: attributes.name ?? "", hidden, id });
  });
  return { sheets, is1904 };
}

async function sharedTexts(entries, path) {
  const texts = [];
  const entry = path && entries.get(path);
  if (!entry) return texts;
  let text = "";
  let inText = false;
  // How a word is pronounced (rPh) is not part of the text.
  let aside = false;
  await readXml(unpacked(entry), {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") aside = true;
      else if (name === "t") inText = !aside;
    },
    close(name) {
      if (name === "si") texts.push(withoutEscapes(text));
      else if (name === "rPh") aside = false;
      else if (name === "t") inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  }).catch((error) => {
    throw error instanceof EndlessPiece ? new Refused("FILE_CELL_TOO_LONG") : error;
  });
  return texts;
}

/** For each cell format what it shows of a date; null where it is none. */
async function dateStyles(entries, path) {
  const codes = new Map();
  const styles = [];
  let inCells = false;
  const entry = path && entries.get(path);
  if (!entry) return styles;
  await readXml(unpacked(entry), {
    open(name, attributes) {
      if (name === "numFmt") codes.set(attributes.numFmtId, attributes.formatCode ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = attributes.numFmtId ?? "0";
        styles.push(dateKind(Number(id), codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    text: nothing,
  });
  return styles;
}
