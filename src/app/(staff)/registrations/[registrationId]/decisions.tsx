import { useTranslations } from "next-intl";
import { formatThaiDate } from "@/domain/thai-dates";
import type { RegistrationView } from "@/server/registrations/queries";

/** What was decided, the newest first. */
export function Decisions({ decisions }: Pick<RegistrationView, "decisions">) {
  const t = useTranslations("registrations");
  return (
    <section aria-labelledby="registration-history">
      <h2 id="registration-history" className="mb-2 text-lg">
        {t("history")}
      </h2>
      <ol className="grid gap-3">
        {decisions.map((decision) => {
          const { approval, approvedBy, approvedOn } = decision;
          return (
            <li key={decision.id}>
              <span className="block font-semibold">{t(`outcome_${decision.outcome}`)}</span>
              {decision.letterNumber && (
                <span className="block">
                  {t("letterNumber")} {decision.letterNumber}
                </span>
              )}
              {decision.reason && <span className="block">{decision.reason}</span>}
              <span className="block text-sm text-soft">
                {t("by", { name: decision.by, date: formatThaiDate(decision.on) })}
              </span>
              {approvedBy && approvedOn && (
                <span className="block text-sm text-soft">
                  {t(approval === "approved" ? "approved" : "rejected", {
                    name: approvedBy,
                    date: formatThaiDate(approvedOn),
                  })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
