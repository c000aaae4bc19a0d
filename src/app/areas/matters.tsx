import { useTranslations } from "next-intl";
import { WaitingLines } from "@/app/parts/waiting-lines";
import type { HomeCard } from "@/server/home/card";
import { Link } from "@/ui/link";

/** How many matters stand beside a picture: those to decide today. */
const shown = 3;

/** The most pressing of what waits for the reader, as on their home page, which has the others. */
export function Matters({ lines }: { lines: readonly HomeCard[] }) {
  const t = useTranslations("home");
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="matters" className="mt-4" data-screen-only>
      <h3 id="matters" className="mb-2 text-sm font-normal text-soft">
        {t("waiting")}
      </h3>
      <WaitingLines lines={lines.slice(0, shown)} />
      {lines.length > shown && (
        <Link href="/" className="touch">
          {t("moreWaiting", { count: lines.length - shown })}
        </Link>
      )}
    </section>
  );
}
