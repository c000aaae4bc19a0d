import { useTranslations } from "next-intl";
import type { ImportBatch } from "@/server/imports/queries";

/** Rows of the file = new + changed + unchanged + rejected: true for every batch. */
export function Equation({ batch }: { batch: ImportBatch }) {
  const t = useTranslations("imports");
  const terms = [
    { sign: "", count: batch.rowsIn, label: t("rowsInFile"), colour: "text-ink" },
    { sign: "=", count: batch.created, label: t("created"), colour: "text-leaf" },
    { sign: "+", count: batch.changed, label: t("changed"), colour: "text-indigo" },
    { sign: "+", count: batch.unchanged, label: t("unchanged"), colour: "text-soft" },
    { sign: "+", count: batch.rejected, label: t("rejected"), colour: "text-brick" },
  ];
  return (
    <section
      aria-label={t("equationLabel")}
      className="flex flex-col gap-2 md:flex-row md:items-stretch md:gap-4"
    >
      {terms.map(({ sign, count, label, colour }) => (
        <div key={label} className="contents">
          {sign && (
            <span aria-hidden className="self-center text-2xl leading-none text-soft max-md:hidden">
              {sign}
            </span>
          )}
          <p className="flex flex-1 items-baseline justify-between gap-3 rounded-card border border-line bg-card px-4 py-3 md:flex-col md:items-center md:py-4">
            <span className={`figures text-2xl font-bold md:text-3xl max-md:order-2 ${colour}`}>
              {count.toLocaleString("en-US")}
            </span>
            <span>
              {sign && (
                <span aria-hidden className="mr-2 text-soft md:hidden">
                  {sign}
                </span>
              )}
              {label}
            </span>
          </p>
        </div>
      ))}
    </section>
  );
}
