import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { mayEver } from "@/domain/policy";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import { programmeDate } from "@/server/clock";
import { listBriefings } from "@/server/preparation/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("briefingsTitle") };
}

/** Methods and briefings of the team. */
export default async function BriefingsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "briefing.hold")) notFound();
  const { briefings, today } = await scoped(actor, async (scope) => ({
    briefings: await listBriefings(scope),
    today: await programmeDate(scope.tx),
  }));
  const t = await getTranslations("preparation");
  const district = await getTranslations("district");
  const held = briefings.filter(({ came }) => came > 0).length;
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/district">{district("title")}</Link>}
        title={held > 0 ? t("briefingsHeadline", { count: held }) : t("briefingsNone")}
        sub={t("briefingsSub")}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {briefings.length > 0 && (
          <Card title={t("briefingsTitle")}>
            <ul className="divide-y divide-line">
              {briefings.map(({ id, meetOn, meetAt, placeName, came }) => (
                <li
                  key={id}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
                >
                  <Link
                    href={`/district/briefings/sheet?briefing=${id}`}
                    className="inline-flex min-h-12 items-center font-semibold"
                  >
                    {meetAt
                      ? t("agendaWhenAt", {
                          date: formatThaiDate(meetOn),
                          time: formatThaiTime(meetAt),
                          place: placeName,
                        })
                      : t("agendaWhen", { date: formatThaiDate(meetOn), place: placeName })}
                  </Link>
                  {came > 0 ? (
                    <Tag tone="done">{t("briefingCame", { count: came })}</Tag>
                  ) : (
                    meetOn <= today && <Tag tone="due">{t("briefingNotYet")}</Tag>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title={t("briefingNew")}>
          <CommandForm
            command="callBriefing"
            fields={[
              { name: "meetOn", kind: "date", label: t("meetOn"), initial: today },
              { name: "meetAt", kind: "time", label: t("meetAt"), hint: t("meetAtHint") },
              { name: "placeName", kind: "text", label: t("briefingPlace") },
              { name: "methods", kind: "long", label: t("methods"), hint: t("methodsHint") },
              { name: "agenda", kind: "long", label: t("agenda"), hint: t("agendaHint") },
            ]}
            submit={t("saveBriefing")}
          />
        </Card>
      </div>
    </>
  );
}
