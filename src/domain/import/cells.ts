/** `="3100…"`: how a list keeps a spreadsheet from making a number of it. */
const formulaText = /^\s*=\s*"((?:[^"]|"")*)"\s*$/;
/** The apostrophe that makes text of what begins like a formula or a number; our own files write it as well. */
const guard = /^\s*['’‘](?=\s*[=+\-@＝＋－＠\d๐-๙])/;

/**
 * A cell as it was meant: without the guards that keep a spreadsheet from calculating it, and without the escaped line ends
 * that some exports leave (`_x000D_`). The text itself is not judged.
 */
export function plainCell(text: string): string {
  if (!/['’‘=_]/.test(text)) return text;
  const bare = formulaText.exec(text)?.[1]?.replaceAll('""', '"') ?? text.replace(guard, "");
  return bare.replace(/_x000[9AaBbDd]_/g, " ");
}
