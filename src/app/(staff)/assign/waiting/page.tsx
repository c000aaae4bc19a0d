import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/app/parts/export-link";
import { daysBetween } from "@/domain/calendar";
import { holderQuery } from "@/domain/holder-filter";
import { reachOf } from "@/domain/policy";
import { seasonOf } from "@/domain/season";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { listWaitingLong } from "@/server/caseload/waiting";
import { programmeDate } from "@/server/clock";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { homeVisits } from "@/server/settings/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("supervision"))("waitingTitle") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who of the cohort has had no account officer for longer than the province allows, and since when. */
export default async function WaitingPage({ searchParams }: PageProps<"/assign/waiting">) {
  const [{ after }, actor] = await Promise.all([searchParams, requireActor()]);
  if (reachOf(actor, "caseload.assign") !== "district") notFound();
  const from = typeof after === "string" && uuid.test(after) ? after : undefined;
  const found = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    const season = seasonOf(today, await homeVisits(scope, today));
    return { season, ...(await listWaitingLong(scope, today, from)) };
  });
  const [t, caseload, holders, words] = await Promise.all([
    getTranslations("supervision"),
    getTranslations("caseload"),
    getTranslations("holders"),
    getTranslations("words"),
  ]);
  const { people, days, since, rows, today, next, season } = found;
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/assign">{caseload("moveTitle")}</Link>}
        title={
          people > 0
            ? t(season === "open" ? "waitingHeadline" : "waitingOver", { people, days })
            : t("waitingNone", { days })
        }
        sub={t("waitingSub")}
        actions={
          people > 0 && (
            <>
              <ExportLink list="waiting" role={actor.role} />
              {season === "open" && (
                <LinkButton href={`/assign/move${holderQuery({ unassignedSince: since })}`}>
                  {t("waitingAssign", { people })}
                </LinkButton>
              )}
            </>
          )
        }
      />
      <Card>
        <DataTable
          caption={t("waitingTitle")}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("waitingNoneText")} />}
          columns={[
            {
              key: "name",
              header: t("name"),
              cell: ({ id, name }) => (
                <Link href={`/holders/${id}`} className="touch">
                  {name}
                </Link>
              ),
            },
            {
              key: "address",
              header: t("address"),
              cell: ({ houseNo, moo, subdistrict }) =>
                holders("addressText", {
                  houseNo: houseNo ?? "",
                  moo: moo === null ? "" : words("moo", { moo }),
                  subdistrict,
                }),
            },
            {
              key: "since",
              sorted: true,
              header: t("sinceWhen"),
              cell: ({ since: day }) => formatThaiDateShort(day),
            },
            {
              key: "waited",
              header: t("waitedHow"),
              align: "end",
              cell: ({ since: day }) => t("waited", { days: daysBetween(day, today) }),
            },
          ]}
        />
      </Card>
      <p className="mt-4 flex flex-wrap gap-4" data-screen-only>
        {from && (
          <LinkButton tone="secondary" href="/assign/waiting">
            {t("first")}
          </LinkButton>
        )}
        {next && (
          <LinkButton tone="secondary" href={`/assign/waiting?after=${next}`}>
            {t("next")}
          </LinkButton>
        )}
      </p>
    </>
  );
}
