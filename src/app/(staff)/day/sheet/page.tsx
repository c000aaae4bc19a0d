import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PhoneLink } from "@/app/parts/phone-link";
import { Sheet } from "@/app/printed/sheet";
import { mayEver } from "@/domain/policy";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
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
  const [t, visits, words] = await Promise.all([
    getTranslations("day"),
    getTranslations("visits"),
    getTranslations("words"),
  ]);
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
  const villages = new Set(
    people.map(({ subdistrict, moo }) =>
      [moo !== null && words("moo", { moo }), words("subdistrict", { name: subdistrict })]
        .filter(Boolean)
        .join(" "),
    ),
  );
  return (
    <Sheet back={{ href: "/day", label: t("back") }} printLabel={t("print")}>
      <h1 className="text-2xl">{t("workTitle", { date: formatThaiDate(today) })}</h1>
      <p>{t("workOfficer", { name: actor.name, position: actor.position })}</p>
      <p className="mb-4">
        {t("workSub", { villages: villages.size, people: people.length })}:{" "}
        {[...villages].join(" · ")}
      </p>
      <DayTable
        people={people}
        columns={[
          {
            head: t("colTime"),
            cell: ({ meetOn, meetAt, kind, placeName }) =>
              meetOn
                ? [
                    meetAt ? visits("time", { time: formatThaiTime(meetAt) }) : visits("anyTime"),
                    visits("where", { kind: kind ?? "none", place: placeName ?? "" }),
                  ].join(" ")
                : t("workUnplanned"),
          },
          {
            head: t("colPhone"),
            cell: ({ phone }) => (phone ? <PhoneLink number={phone} /> : t("noPhone")),
          },
          {
            // Left empty until something is recorded: the sheet goes along and is written on.
            head: t("colResult"),
            write: true,
            cell: ({ results }) => results.map((result) => t(`workDone_${result}`)).join(" · "),
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
