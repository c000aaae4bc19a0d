import type { ReactNode } from "react";

/**
 * Where a line may not end: between a number and its unit ("146 คน"), between a month and its year, inside the number of a
 * paper ("5405-000212").
 */
const joints =
  /(\d+(?:-\d+)+|\d [\u0E40-\u0E44]?[\u0E01-\u0E2E][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*|[\u0E01-\u0E2E.][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]* 25\d\d)/;

/** Words whose numbers stay on one line. */
export function together(words: ReactNode): ReactNode {
  if (typeof words !== "string") return words;
  return words.split(joints).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence, replaced as a whole
      <span key={index} className="keep">
        {part}
      </span>
    ),
  );
}
