/** A line to write on. */
export function Line({ width }: { width: string }) {
  return (
    <span
      aria-hidden
      className="inline-block h-[1.4em] border-b border-dotted border-ink align-bottom"
      style={{ width, maxWidth: "100%" }}
    />
  );
}
