import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Sheet } from "@/app/printed/sheet";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { viewWorkSheet } from "@/server/visits/day";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { DayTable } from "../day-table";

export async function generateMetadata() {
  return { title: (await getTranslations("day"))("workSheet") };
}

/** The day's work for the file: the date, the villages, the people and what came of each. */
export default async function WorkSheetPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "appointment.keep")) notFound();
  const { today, people } = await scoped(actor, viewWorkSheet);
  const t = await getTranslations("day");
  if (people.length === 0)
    return (
      <>
        <PageHeading title={t("workNone")} />
        <EmptyState
          title={t("workNoneText")}
          action={<LinkButton href="/calendar">{t("calendar")}</LinkButton>}
        />
      </>
    );
  const villages = new Set(people.map(({ subdistrictCode, moo }) => `${subdistrictCode} ${moo}`));
  return (
    <Sheet back={{ href: "/day", label: t("back") }} printLabel={t("print")}>
      <h1 className="text-2xl">{t("workTitle", { date: formatThaiDate(today) })}</h1>
      <p>{t("workOfficer", { name: actor.name, position: actor.position })}</p>
      <p className="mb-4">{t("workSub", { villages: villages.size, people: people.length })}</p>
      <DayTable
        people={people}
        columns={[
          {
            head: t("colResult"),
            cell: ({ results }) =>
              results.length === 0
                ? t("workPlanned")
                : results.map((result) => t(`workDone_${result}`)).join(" · "),
          },
        ]}
      />
      <div data-keep-together className="mt-10 grid gap-8 sm:grid-cols-2 print:grid-cols-2">
        {[t("sign"), t("chief")].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </Sheet>
  );
}
