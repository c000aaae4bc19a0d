type Props = {
  children: string;
  /** Not even on a phone: the heading of a narrow column, which grows rather than break a word. */
  always?: boolean;
};

/** Text that breaks only between its words, as a person's name; on a phone also where one word alone is too wide. */
export function KeepWords({ children, always = false }: Props) {
  return (
    <span>
      {children.split(" ").flatMap((word, index) => [
        index > 0 && " ",
        // biome-ignore lint/suspicious/noArrayIndexKey: words of one text have no other name than their place
        <span key={index} className={always ? "keep" : "keep-word"}>
          {word}
        </span>,
      ])}
    </span>
  );
}
