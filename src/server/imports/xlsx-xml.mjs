// The XML of a workbook's parts as a stream of tags and texts, for `xlsx-child.mjs`. No entities are defined, no document
// type is read, and nothing is kept but the piece that is not yet complete.

/** Longer than any tag or text of a workbook (a cell has at most 32,767 characters). */
const longestPiece = 4 * 1024 * 1024;

/**
 * Calls `open(name, attributes)`, `close(name)` and `text(raw)` in order; names come without their namespace, attributes as
 * they are written.
 */
export async function readXml(chunks, { open, close, text }) {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    rest = pieces(rest);
    if (rest.length > longestPiece) throw new Error("a piece without an end");
  }
  if (/<\w/.test(rest)) throw new Error("the end is missing");

  function pieces(buffer) {
    let at = 0;
    for (;;) {
      const start = buffer.indexOf("<", at);
      if (start < 0) {
        // A text that goes on in the next chunk waits for its end.
        return buffer.slice(at);
      }
      const end = endOfTag(buffer, start);
      if (end < 0) return buffer.slice(at);
      if (start > at) text(buffer.slice(at, start));
      tag(buffer, start, end);
      at = end;
    }
  }

  function tag(buffer, start, end) {
    const sign = buffer.charCodeAt(start + 1);
    if (sign === 0x21 && buffer.startsWith("<![CDATA[", start))
      return text(buffer.slice(start + 9, end - 3).replaceAll("&", "&amp;"));
    // <!-- -->, <!DOCTYPE>, <?xml ?>
    if (sign === 0x21 || sign === 0x3f) return;
    if (sign === 0x2f) return close(localName(buffer.slice(start + 2, end - 1).trim()));
    opened(buffer, start, end);
  }

  function opened(buffer, start, end) {
    const alone = buffer.charCodeAt(end - 2) === 0x2f;
    const inner = buffer.slice(start + 1, alone ? end - 2 : end - 1);
    const space = inner.search(/\s/);
    const name = localName(space < 0 ? inner : inner.slice(0, space));
    open(name, space < 0 ? "" : inner.slice(space));
    if (alone) close(name);
  }
}

/** The place behind the tag that begins at `start`, or -1 where its end is not in the buffer. */
function endOfTag(buffer, start) {
  if (buffer.startsWith("<!--", start)) return after(buffer, "-->", start);
  if (buffer.startsWith("<![CDATA[", start)) return after(buffer, "]]>", start);
  let end = buffer.indexOf(">", start);
  // A > inside an attribute's quotes does not end the tag.
  while (end >= 0 && isInQuotes(buffer.slice(start, end))) end = buffer.indexOf(">", end + 1);
  return end < 0 ? -1 : end + 1;
}

function after(buffer, sign, start) {
  const at = buffer.indexOf(sign, start);
  return at < 0 ? -1 : at + sign.length;
}

function isInQuotes(tag) {
  if (!tag.includes("'")) {
    let odd = false;
    for (let at = tag.indexOf('"'); at >= 0; at = tag.indexOf('"', at + 1)) odd = !odd;
    return odd;
  }
  let quote = "";
  for (const sign of tag) {
    if (quote === "") {
      if (sign === '"' || sign === "'") quote = sign;
    } else if (sign === quote) quote = "";
  }
  return quote !== "";
}

function localName(name) {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

const patterns = new Map();

/** An attribute's value by its name without namespace; undefined where there is none. */
export function attribute(attributes, name) {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  return found ? decoded(found[1] ?? found[2] ?? "") : undefined;
}

const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text with its references read; one that is not defined stays as it is. */
export function decoded(text) {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex, number, name) => {
    if (name) return named[name] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(number);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** `_x000D_` and the like, with which a workbook writes what XML cannot hold. */
export function withoutEscapes(text) {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
