import { useTranslations } from "next-intl";
import { formatThaiDate } from "@/domain/thai-dates";
import type { HolderView } from "@/server/holders/queries";
import { Curtain } from "@/ui/curtain";

/** The Ministry's values that were corrected: old and new, side by side. */
export function CorrectedFacts({ holder }: { holder: HolderView }) {
  const t = useTranslations("corrections");
  const words = useTranslations("words");
  const file = useTranslations("caseFile");
  const place = (moo: number | null, house: string | null) =>
    [moo !== null && words("moo", { moo }), house && words("houseNo", { houseNo: house })]
      .filter(Boolean)
      .join(" ");
  const baht = (satang: number | null) => satang !== null && t("baht", { amount: satang / 100 });
  const facts = [
    {
      field: "name" as const,
      old: `${holder.title}${holder.firstName} ${holder.lastName}`,
      now: holder.correctedName,
    },
    {
      field: "birth_date" as const,
      old: holder.birthDate && formatThaiDate(holder.birthDate),
      now: holder.correctedBirthDate && formatThaiDate(holder.correctedBirthDate),
    },
    {
      field: "address" as const,
      old: place(holder.moo, holder.houseNo),
      now: holder.correctedSubdistrictCode && place(holder.correctedMoo, holder.correctedHouseNo),
    },
    {
      field: "income_2559" as const,
      old: baht(holder.income2559Satang),
      now: baht(holder.correctedIncomeSatang),
    },
    { field: "phone" as const, old: holder.ministryPhone, now: holder.correctedPhone },
    {
      field: "occupation" as const,
      old: holder.ministryOccupation,
      now: holder.correctedOccupation,
    },
  ].filter(({ now }) => now);
  if (facts.length === 0) return null;
  return (
    <section
      aria-label={t("besideTitle")}
      className="mt-4 rounded-card border border-line bg-card px-4 py-3"
    >
      <h2 className="mb-1 text-base">{t("besideTitle")}</h2>
      <ul className="grid gap-1">
        {facts.map(({ field, old, now }) => (
          <li key={field}>
            <strong>{t(`field_${field}`)}</strong>{" "}
            {field === "income_2559" ? (
              <Curtain label={file("showAmount")}>
                {t("oldAndNow", { old: old || t("none"), now: now || "" })}
              </Curtain>
            ) : (
              t("oldAndNow", { old: old || t("none"), now: now || "" })
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
