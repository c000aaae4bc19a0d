import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AttemptsText } from "@/app/parts/attempts-text";
import { PhoneLink } from "@/app/parts/phone-link";
import { Sheet } from "@/app/printed/sheet";
import { mayEver } from "@/domain/policy";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import { callDays } from "@/domain/visit";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listCalls } from "@/server/visits/day";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { DayTable } from "../day-table";

export async function generateMetadata() {
  return { title: (await getTranslations("day"))("calls") };
}

/** Whom to ring before the next day with appointments, of the week ahead. */
export default async function CallsPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "appointment.keep")) notFound();
  const { day, people } = await scoped(actor, listCalls);
  const [t, visits] = await Promise.all([getTranslations("day"), getTranslations("visits")]);
  if (!day)
    return (
      <>
        <PageHeading title={t("callsNone", { days: callDays })} />
        <EmptyState
          title={t("callsNoneText")}
          action={<LinkButton href="/calendar">{t("calendar")}</LinkButton>}
        />
      </>
    );
  const phones = people.filter(({ phone }) => phone !== null).length;
  return (
    <Sheet back={{ href: "/day", label: t("back") }} printLabel={t("print")}>
      <h1 className="text-2xl">{t("callsTitle", { date: formatThaiDate(day) })}</h1>
      <p className="mb-4">{t("callsSub", { count: people.length, phones })}</p>
      <DayTable
        people={people}
        columns={[
          {
            head: t("colPhone"),
            cell: ({ phone }) => (phone ? <PhoneLink number={phone} /> : t("noPhone")),
          },
          {
            head: t("colTime"),
            cell: ({ meetAt, kind, placeName }) =>
              [
                meetAt ? visits("time", { time: formatThaiTime(meetAt) }) : visits("anyTime"),
                visits("where", { kind: kind ?? "none", place: placeName ?? "" }),
              ].join(" "),
          },
          {
            head: t("colResult"),
            write: true,
            cell: ({ attempts }) => attempts && <AttemptsText attempts={attempts} />,
          },
        ]}
      />
    </Sheet>
  );
}
