import type { ReactNode } from "react";

type Props = {
  items: readonly { term: string; detail: ReactNode }[];
  /** `strip`: facts side by side in one box; `rows`: term left, detail right. */
  layout?: "rows" | "strip";
};

export function DescriptionList({ items, layout = "rows" }: Props) {
  if (layout === "strip")
    return (
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line md:auto-cols-fr md:grid-flow-col md:grid-cols-none print:grid-flow-row print:grid-cols-4 print:bg-card">
        {items.map(({ term, detail }) => (
          <div
            key={term}
            className="bg-card px-4 py-3 max-md:last:odd:col-span-2 print:shadow-[0_0_0_1px_var(--color-line)]"
          >
            <dt className="text-sm text-soft">{term}</dt>
            <dd className="font-semibold">{detail}</dd>
          </div>
        ))}
      </dl>
    );
  return (
    <dl className="@container divide-y divide-line">
      {items.map(({ term, detail }) => (
        <div
          key={term}
          className="grid gap-x-4 py-3 first:pt-0 last:pb-0 @lg:grid-cols-[12rem_1fr]"
        >
          <dt className="text-soft">{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
