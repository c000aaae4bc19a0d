import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { seasonOf } from "@/domain/season";
import { countWaitingLong } from "@/server/caseload/waiting";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { homeVisits } from "@/server/settings/queries";
import { listSupervised } from "@/server/supervision/queries";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { SupervisedTable } from "./supervised-table";

export async function generateMetadata() {
  return { title: (await getTranslations("supervision"))("title") };
}

/** The district's account officers side by side: what each has, how far they are, what is open. */
export default async function SupervisionPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "note.send")) notFound();
  const { today, rows, waiting, season } = await scoped(actor, async (scope) => {
    const supervised = await listSupervised(scope);
    const { today } = supervised;
    return {
      ...supervised,
      waiting: await countWaitingLong(scope, today),
      season: seasonOf(today, await homeVisits(scope, today)),
    };
  });
  const t = await getTranslations("supervision");
  const district = await getTranslations("district");
  const caseload = await getTranslations("caseload");
  const assign = await getTranslations("assign");
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/district">{district("title")}</Link>}
        title={t("headline", {
          officers: rows.length,
          overdue: rows.reduce((sum, { overdue }) => sum + overdue, 0),
        })}
        sub={t("sub")}
        actions={
          rows.length > 0 &&
          season === "open" && (
            <LinkButton tone="secondary" href="/assign/balance">
              {caseload("balanceTitle")}
            </LinkButton>
          )
        }
      />
      {waiting > 0 && (
        <div className="mb-4">
          <Notice
            kind="warn"
            action={
              <Link href="/assign/waiting" className="inline-flex min-h-12 items-center">
                {t("waitingOpen")}
              </Link>
            }
          >
            {t("waiting", { people: waiting })}
          </Notice>
        </div>
      )}
      {rows.length > 0 ? (
        <SupervisedTable rows={rows} today={today} named />
      ) : (
        <EmptyState
          title={assign("noOfficersText")}
          action={<LinkButton href="/district/officers">{assign("noOfficersVerb")}</LinkButton>}
        />
      )}
    </>
  );
}
