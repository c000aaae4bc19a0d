import { paperPieces } from "@/domain/paper-text";

/** Text on paper: days, names, telephones and numbers with what they count stay on one line. */
export function PaperText({ children }: { children: string }) {
  return paperPieces(children).map(({ text, keep }, index) =>
    keep ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name than their place
      <span key={index} className="keep-piece">
        {text.split(" ").flatMap((word, nth) => [
          nth > 0 && " ",
          // biome-ignore lint/suspicious/noArrayIndexKey: as the pieces
          <span key={nth} className={word.length > 24 ? undefined : "keep"}>
            {word}
          </span>,
        ])}
      </span>
    ) : (
      text
    ),
  );
}
