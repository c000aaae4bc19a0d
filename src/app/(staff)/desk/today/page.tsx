import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ShowAll } from "@/app/parts/show-all";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { programmeDate } from "@/server/clock";
import { listRecorded } from "@/server/intents/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { RecordedTable } from "./recorded-table";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("recordedToday") };
}

/** The forms of the reader's district's desks; `?mine=1` shows those that the reader took. */
export default async function RecordedTodayPage({ searchParams }: PageProps<"/desk/today">) {
  const [{ mine }, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "desk.work")) notFound();
  const { today, rows } = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    return { today, rows: await listRecorded(scope, today, mine === "1") };
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
      {mine === "1" && <ShowAll href="/desk/today" />}
      <Card>
        <RecordedTable rows={rows} />
      </Card>
    </>
  );
}
