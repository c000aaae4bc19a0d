import { useTranslations } from "next-intl";

const bar = "rounded-small bg-line motion-safe:animate-pulse";

/** Keeps the shape of a page that is on its way: a heading and a list of rows. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  const t = useTranslations("kit");
  const keys = Array.from({ length: rows }, (_, row) => `row-${row}`);
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{t("loading")}</span>
      <div className={`mb-2 h-5 w-48 ${bar}`} />
      <div className={`mb-6 h-9 w-full max-w-form ${bar}`} />
      <div className="divide-y divide-line rounded-card border border-line bg-card px-4">
        {keys.map((key) => (
          <div key={key} className="flex h-20 flex-col justify-center gap-2">
            <div className={`h-5 w-2/3 ${bar}`} />
            <div className={`h-4 w-1/3 ${bar}`} />
          </div>
        ))}
      </div>
    </div>
  );
}
