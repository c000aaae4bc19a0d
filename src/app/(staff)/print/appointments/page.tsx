import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Sheet } from "@/app/printed/sheet";
import { mayEver } from "@/domain/policy";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import { auditRead, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listCalendar } from "@/server/visits/queries";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

const village = z.object({
  subdistrict: z.string().regex(/^\d{6}$/),
  moo: z.coerce.number().int().min(1).max(999),
});

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("callSheetTitle") };
}

/** บัญชีนัดพบ for the village head: name, house, date, and nothing else of anybody. */
export default async function CallSheetPage({ searchParams }: PageProps<"/print/appointments">) {
  const actor = await requireActor();
  const given = village.safeParse(await searchParams);
  if (!mayEver(actor, "appointment.keep") || !given.success) notFound();
  const { subdistrict, moo } = given.data;
  const entries = await scoped(actor, async (scope) => {
    const { appointments, today } = await listCalendar(scope, 60);
    // Nobody can be asked to be at home on a day that is over.
    const here = appointments.filter(
      ({ person, meetOn }) =>
        meetOn >= today && person.subdistrictCode === subdistrict && person.moo === moo,
    );
    await auditRead(
      scope,
      "form.print",
      { type: "subdistrict", id: subdistrict },
      { page: "call_sheet", moo, people: here.length },
    );
    return here;
  });
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
  const place = { moo: toThaiDigits(String(moo)), subdistrict: first.person.subdistrict };
  return (
    <Sheet back={{ href: "/calendar", label: t("backToCalendar") }} printLabel={t("callSheet")}>
      <h1 className="text-2xl">{t("callSheetTitle")}</h1>
      <p className="mt-4">{t("callSheetTo", place)}</p>
      <p className="mt-2 indent-[10mm]">{t("callSheetText")}</p>
      <table className="mt-4 w-full border-collapse">
        <thead>
          <tr>
            {[t("callSheetName"), t("callSheetHouse"), t("callSheetDate")].map((head) => (
              <th key={head} className="border border-ink px-3 py-2 text-left md:keep">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, person, meetOn, meetAt }) => (
            <tr key={id}>
              <td className="border border-ink px-3 py-2">{person.name}</td>
              <td className="keep border border-ink px-3 py-2">
                {person.houseNo && toThaiDigits(person.houseNo)}
              </td>
              <td className="border border-ink px-3 py-2">
                <span className="md:keep">{toThaiDigits(formatThaiDate(meetOn))}</span>
                {meetAt && (
                  <span className="block">
                    {toThaiDigits(t("time", { time: formatThaiTime(meetAt) }))}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div data-keep-together className="mt-10 ml-auto w-fit text-center">
        <p>{t("callSheetSign")} ................................................</p>
        <p>({actor.name})</p>
        <p>{actor.position}</p>
      </div>
    </Sheet>
  );
}
