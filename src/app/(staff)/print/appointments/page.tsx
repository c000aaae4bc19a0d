import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Sheet } from "@/app/printed/sheet";
import { villageInAddress } from "@/domain/areas";
import { mayEver } from "@/domain/policy";
import { findContact } from "@/server/offices/queries";
import { auditRead, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listCalendar } from "@/server/visits/calendar";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { CallSheet } from "./call-sheet";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("callSheetTitle") };
}

/** A year: no appointment is so far ahead that the calendar shows it and this sheet does not. */
const sheetDays = 366;

/** บัญชีนัดพบ for the village head: name, house, date, and nothing else of anybody. */
export default async function CallSheetPage({ searchParams }: PageProps<"/print/appointments">) {
  const actor = await requireActor();
  const given = villageInAddress.safeParse(await searchParams);
  if (!mayEver(actor, "appointment.keep") || !given.success) notFound();
  const { subdistrict, moo } = given.data;
  const found = await scoped(actor, async (scope) => {
    const { appointments, today } = await listCalendar(scope, sheetDays);
    // Nobody can be asked to be at home on a day that is over.
    const here = appointments.filter(
      ({ person, meetOn }) =>
        person.subdistrictCode === subdistrict && person.moo === moo && meetOn >= today,
    );
    auditRead(
      scope,
      "form.print",
      { type: "subdistrict", id: subdistrict },
      { page: "call_sheet", moo, people: here.length },
    );
    const contact = here[0] ? await findContact(scope, here[0].person.id) : null;
    return { entries: here, today, contact };
  });
  const { entries, today, contact } = found;
  const t = await getTranslations("visits");
  const [first] = entries;
  if (!first)
    return (
      <>
        <PageHeading title={t("callSheetEmpty")} />
        <EmptyState
          title={t("callSheetEmptyText")}
          action={<LinkButton href="/calendar">{t("backToCalendar")}</LinkButton>}
        />
      </>
    );
  return (
    <Sheet back={{ href: "/calendar", label: t("backToCalendar") }} printLabel={t("callSheet")}>
      <CallSheet entries={entries} moo={moo} today={today} contact={contact} by={actor} />
    </Sheet>
  );
}
