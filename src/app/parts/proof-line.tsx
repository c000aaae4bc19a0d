import { useTranslations } from "next-intl";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Proven } from "@/server/ledger/proven";
import { Notice } from "@/ui/notice";

/** Whether the second reckoning of every amount says the same. */
export function ProofLine({ proof }: { proof: Proven }) {
  const t = useTranslations("entitlement");
  const on = formatThaiDate(proof.on);
  if (proof.differing === 0) return <p className="mt-3 text-sm text-soft">{t("proven", { on })}</p>;
  return (
    <div className="mt-3">
      <Notice kind="warn">
        <p>{t("provenDiffers", { on, people: proof.differing })}</p>
      </Notice>
    </div>
  );
}
