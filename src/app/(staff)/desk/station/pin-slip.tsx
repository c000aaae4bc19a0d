import { useTranslations } from "next-intl";
import { PrintButton } from "@/app/printed/print-button";
import { formatThaiDate } from "@/domain/thai-dates";
import { LinkButton } from "@/ui/link-button";

type Props = { name: string; placeName: string; pin: string; today: string };

/** The PIN of one officer, to be handed over: nobody else's is on the screen or the sheet. */
export function PinSlip({ name, placeName, pin, today }: Props) {
  const t = useTranslations("station");
  return (
    <section
      aria-label={t("slipOf", { name })}
      data-keep-together
      className="mb-6 max-w-form rounded-card border border-line bg-card p-5"
    >
      <p className="text-soft">
        {placeName} · {formatThaiDate(today)}
      </p>
      <h2 className="text-lg">{name}</h2>
      <p>
        {t("pin")} <strong className="figures keep text-2xl tracking-widest">{pin}</strong>
      </p>
      <p className="text-soft">{t("slipText")}</p>
      <div data-screen-only className="mt-4 flex flex-wrap gap-3">
        <PrintButton label={t("print")} />
        <LinkButton href="/desk/station" tone="secondary">
          {t("slipDone")}
        </LinkButton>
      </div>
    </section>
  );
}
