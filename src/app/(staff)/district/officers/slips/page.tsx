import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrintButton } from "@/app/printed/print-button";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { systemDate } from "@/server/clock";
import { env } from "@/server/env";
import { listOpenSlips, type OpenSlip } from "@/server/officers/district-queries";
import { auditRead, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("officers"))("slips") };
}

/** The slips that are valid now, to cut and hand over. Looking at them is recorded. */
export default async function SlipsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "code.keep")) notFound();
  const slips = await scoped(actor, async (scope) => {
    const slips = await listOpenSlips(scope);
    auditRead(scope, "code.keep", { type: "slips", id: null }, { count: slips.length });
    return slips;
  });
  const t = await getTranslations("officers");
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/district/officers">{t("title")}</Link>}
        title={slips.length > 0 ? t("slipsHeadline", { count: slips.length }) : t("slipsNone")}
        sub={slips.length > 0 && t("slipsSub")}
        actions={slips.length > 0 && <PrintButton label={t("slipPrint")} />}
      />
      {slips.length === 0 && <EmptyState title={t("slipsNoneText")} />}
      <ul className="grid gap-4 sm:grid-cols-2 print:grid-cols-2">
        {slips.map((slip) => (
          <Slip key={slip.id} slip={slip} />
        ))}
      </ul>
    </>
  );
}

async function Slip({ slip }: { slip: OpenSlip }) {
  const t = await getTranslations("officers");
  const lines = [
    ...(slip.aoCode ? [[t("slipCode"), slip.aoCode]] : []),
    [t("slipLogin"), slip.login],
    [t("slipOneTime"), slip.oneTimeCode],
  ];
  return (
    <li data-keep-together className="rounded-card border border-dashed border-edge bg-card p-4">
      <p className="text-sm text-soft">{t("slipTitle")}</p>
      <p className="text-lg font-semibold">{slip.name}</p>
      <dl className="my-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {lines.map(([term, detail]) => (
          <div key={term} className="contents">
            <dt className="text-soft">{term}</dt>
            <dd className="figures keep font-semibold tracking-wide">{detail}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm">{t("slipAddress", { address: new URL(env().PUBLIC_URL).host })}</p>
      <p className="text-sm">
        {t("slipRule", { date: formatThaiDate(systemDate(slip.expiresAt)) })}
      </p>
    </li>
  );
}
