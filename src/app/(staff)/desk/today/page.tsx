import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { programmeDate } from "@/server/clock";
import { listRecorded } from "@/server/intents/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { RecordedTable } from "./recorded-table";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("recordedToday") };
}

export default async function RecordedTodayPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "desk.work")) notFound();
  const { today, rows } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return { today, rows: await listRecorded(scope, today) };
  });
  const t = await getTranslations("desk");
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/desk">{t("title")}</Link>}
        title={t("todayHeadline", { count: rows.length })}
        sub={formatThaiDate(today)}
        actions={<LinkButton href="/desk">{t("next")}</LinkButton>}
      />
      <Card>
        <RecordedTable rows={rows} />
      </Card>
    </>
  );
}
