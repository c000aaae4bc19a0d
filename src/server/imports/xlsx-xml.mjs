// The XML of a workbook's parts as a stream of tags and texts, for `xlsx-child.mjs`: saxes reads it. No entity is defined, no
// document type is read, and what is not well-formed is an error.
import { SaxesParser } from "saxes";

/** Longer than any tag or text of a workbook, with its escapes (a cell has at most 32,767 characters). */
const longestPiece = 1024 * 1024;

/** One text or tag goes on and on: it would be kept in memory as a whole. */
export class EndlessPiece extends Error {}

/** Calls `open(name, attributes)`, `close(name)` and `text(text)` in order; names of tags come without their namespace. */
export async function readXml(chunks, { open, close, text }) {
  const parser = new SaxesParser({ position: false });
  const decoder = new TextDecoder("utf-8");
  let told = false;
  parser.on("opentag", ({ name, attributes }) => {
    told = true;
    open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    told = true;
    close(localName(name));
  });
  parser.on("text", text);
  parser.on("cdata", text);
  let since = 0;
  const write = (piece) => {
    told = false;
    parser.write(piece);
    since = told ? 0 : since + piece.length;
    if (since > longestPiece) throw new EndlessPiece();
  };
  for await (const chunk of chunks) write(decoder.decode(chunk, { stream: true }));
  write(decoder.decode());
  parser.close();
}

/** Some programs write every tag with a prefix. */
function localName(name) {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** `_x000D_` and the like, with which a workbook writes what XML cannot hold. */
export function withoutEscapes(text) {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
