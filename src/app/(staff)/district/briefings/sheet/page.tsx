import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { PaperTable } from "@/app/printed/paper-table";
import { Sheet } from "@/app/printed/sheet";
import { mayEver } from "@/domain/policy";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import { getAreaNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { type Briefing, findBriefing } from "@/server/preparation/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("briefingsTitle") };
}

/** Agenda and attendance sheet to print; after the briefing, who came. */
export default async function BriefingSheetPage({
  searchParams,
}: PageProps<"/district/briefings/sheet">) {
  const actor = await requireActor();
  if (!mayEver(actor, "briefing.hold")) notFound();
  const { briefing: id } = await searchParams;
  const { briefing, area, today } = await scoped(actor, async (scope) => ({
    briefing: await findBriefing(scope, String(id)),
    area: await getAreaNames(actor, scope.tx),
    today: await programmeDate(scope.tx),
  }));
  if (!briefing) notFound();
  const t = await getTranslations("preparation");
  const { meetOn, meetAt, placeName, attendance, invited } = briefing;
  const came = new Set(attendance.map(({ name }) => name));
  const date = toThaiDigits(formatThaiDate(meetOn));
  const place = toThaiDigits(placeName);
  const when = meetAt
    ? t("agendaWhenAt", { date, time: toThaiDigits(formatThaiTime(meetAt)), place })
    : t("agendaWhen", { date, place });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] print:block">
      <Sheet
        back={{ href: "/district/briefings", label: t("briefingsTitle") }}
        printLabel={t("print")}
      >
        <PageHeading title={t("agendaTitle", { district: area.district ?? "" })} sub={when} />
        <Agenda briefing={briefing} />
      </Sheet>
      {meetOn <= today && (
        <div data-screen-only>
          <Card
            title={
              attendance.length > 0
                ? t("cameTitle", { count: attendance.length })
                : t("recordAttendance")
            }
          >
            {attendance.length > 0 && (
              <ul className="mb-5 list-disc pl-6">
                {attendance.map(({ id, name, position }) => (
                  <li key={id}>{[name, position].filter(Boolean).join(" ")}</li>
                ))}
              </ul>
            )}
            <CommandForm
              command="recordAttendance"
              fixed={{ briefingId: briefing.id }}
              fields={[
                {
                  name: "people",
                  kind: "choices",
                  label: t("whoCame"),
                  choices: invited
                    .filter(({ name }) => !came.has(name))
                    .map(({ name, position }) => ({ value: name, label: name, hint: position })),
                },
                { name: "others", kind: "long", label: t("othersCame"), hint: t("othersCameHint") },
              ]}
              submit={t("saveAttendance")}
              tone="secondary"
            />
          </Card>
        </div>
      )}
    </div>
  );
}

async function Agenda({ briefing }: { briefing: Briefing }) {
  const t = await getTranslations("preparation");
  const { methods, agenda, invited } = briefing;
  return (
    <>
      <ol className="grid gap-1">
        {agenda.split("\n").map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an agenda's lines have no other name than their number
          <li key={index}>
            <strong>{t("agendaItem", { number: toThaiDigits(String(index + 1)) })}</strong>{" "}
            {toThaiDigits(line)}
          </li>
        ))}
      </ol>
      <h2 className="mt-5 text-lg">{t("methods")}</h2>
      <p className="whitespace-pre-line">{toThaiDigits(methods)}</p>
      <h2 className="mt-6 text-lg print:break-before-page">{t("attendanceTitle")}</h2>
      <p className="text-soft">{t("invitedCount", { count: invited.length })}</p>
      <PaperTable
        caption={t("attendanceTitle")}
        head={[t("order"), t("name"), t("position"), t("signature")]}
        rows={invited.map(({ name, position }, index) => [
          toThaiDigits(String(index + 1)),
          name,
          toThaiDigits(position),
          // Space to sign on the printed page.
          <span key="sign" className="block print:h-8 print:w-[45mm]" />,
        ])}
      />
    </>
  );
}
