/** What a spreadsheet would compute: an operator first, also behind blanks, in full width, or a control character. */
const computed = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Text as a cell of a CSV file: what begins like a formula gets an apostrophe, which keeps it text. */
export function asTextCell(text: string): string {
  return computed.test(text) ? `'${text}` : text;
}
