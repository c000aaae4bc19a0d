/** A piece of a text between which a line may break; `whole`: it must not break inside. */
export type Piece = { text: string; whole: boolean };

const words = new Intl.Segmenter("th", { granularity: "word" });
/** What ends something and never begins a line; what begins something and never ends one. */
const closing = /^[)\]”’"ๆฯ,.:;!?%]+$/;
const opening = /[([“‘]$/;

/**
 * A text in pieces, so that no line of a page begins with a closing sign or ends with an opening one: those stay with their word, in one
 * piece that does not break. Typst finds the breaks of the others by its dictionary.
 */
export function thaiPieces(text: string): Piece[] {
  const glued: Piece[] = [];
  for (const { segment } of words.segment(text)) {
    const last = glued.at(-1);
    if (last && (closing.test(segment) || (opening.test(last.text) && !/^\s/.test(segment)))) {
      last.text += segment;
      last.whole = true;
    } else glued.push({ text: segment, whole: false });
  }
  const pieces: Piece[] = [];
  for (const piece of glued) {
    const last = pieces.at(-1);
    if (last && !piece.whole && !last.whole) last.text += piece.text;
    else pieces.push(piece);
  }
  return pieces;
}
