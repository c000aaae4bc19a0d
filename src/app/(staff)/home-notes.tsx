import { useTranslations } from "next-intl";
import { CommandButton } from "@/app/forms/command-button";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { OfficerNoteRow } from "@/server/supervision/queries";

/** Notes from the district that the account officer has not acknowledged yet, above the day's work. */
export function HomeNotes({ notes }: { notes: readonly OfficerNoteRow[] }) {
  const t = useTranslations("supervision");
  const orders = useTranslations("orders");
  if (notes.length === 0) return null;
  return (
    <section aria-label={t("fromDistrict")} className="mb-5">
      <h2 className="mb-2 text-lg">{t("fromDistrict")}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {notes.map(({ id, words, recordedBy, recordedOn, order }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
            <div className="min-w-0">
              <p className="font-semibold">{words}</p>
              <p className="text-sm text-soft">
                {[
                  t("noteBy", { ...recordedBy, date: formatThaiDateShort(recordedOn) }),
                  order && orders("byOrder", { head: "district_chief", ...order }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <CommandButton command="acknowledgeNote" input={{ noteId: id }} tone="secondary">
              {t("acknowledge")}
            </CommandButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
