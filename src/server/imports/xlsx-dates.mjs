// What a number format makes of a number, for `xlsx-child.mjs`: a date that is shown whole, without its year, or without its
// day. A house number that became a date can only be told from what its cell shows.

/** Formats that have no code of their own in the file, by number; those of other languages as well. */
const builtIn = { 14: "date", 15: "date", 16: "day", 17: "month", 22: "date" };
for (const id of [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 71, 72, 81])
  builtIn[id] = "date";
builtIn[73] = "day";
builtIn[74] = "month";

/** `date`, `day` (day and month), `month` (month and year), or null for a number; `be`: years are shown as B.E. */
export function dateKind(id, code) {
  if (code === undefined)
    return builtIn[id] ? { kind: builtIn[id], be: id >= 71 && id <= 81 } : null;
  const be = /\[\$-[0-9a-f]*(?:D07|107)[0-9a-f]*\]/i.test(code);
  const bare = code
    .split(";")[0]
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .toLowerCase();
  if (/general|[0#?@]/.test(bare)) return null;
  const clock = /[hs]/.test(bare);
  const [y, d] = [/[ybe]/.test(bare), /d/.test(bare)];
  const m = clock ? /m.*[dy]|[dy].*m/.test(bare) : /m/.test(bare);
  if (!y && !d && !m) return null;
  const kind = y && m && !d ? "month" : d && m && !y ? "day" : "date";
  return { kind, be: be || /b/.test(bare) };
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const two = (number) => String(number).padStart(2, "0");

/**
 * A date as text: `2018-01-27`, or `27-Jan-2018` and `Jan-2018` where the cell shows no more than that. Day 0 is what a
 * look-up makes of an empty cell: nothing.
 */
export function dateText(serial, { kind, be }, is1904) {
  if (serial < 0 || (serial < 1 && !is1904) || serial > 2_958_465)
    return serial === 0 ? "" : String(serial);
  const days = Math.floor(serial) + (is1904 ? 1462 : 0);
  // Spreadsheets count a 29 February 1900 that never was.
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const shown = be ? year + 543 : year;
  if (kind === "month" && day === 1) return `${months[month - 1]}-${shown}`;
  if (kind === "day") return `${day}-${months[month - 1]}-${year}`;
  const seconds = Math.round((serial % 1) * 86_400);
  const time =
    seconds === 0
      ? ""
      : ` ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}${time}`;
}
