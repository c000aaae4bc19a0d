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
        official
      >
        <div className="mb-6 text-center">
          <h1 className="text-[1em]">{t("agendaTitle", { district: area.district ?? "" })}</h1>
          <p>{when}</p>
        </div>
        <Agenda briefing={briefing} when={when} />
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

/** Lines for those who were not invited. */
const othersWhoCome = Array.from({ length: 5 }, () => ({ name: "", position: "" }));

/** The standing items of a meeting of the administration, the team's own subjects under the fourth; then who comes. */
async function Agenda({ briefing, when }: { briefing: Briefing; when: string }) {
  const t = await getTranslations("preparation");
  const { methods, agenda, invited } = briefing;
  const standing = [t("agenda1"), t("agenda2"), t("agenda3"), t("agenda4"), t("agenda5")];
  const ownPlace = 3;
  const lines = [...agenda.split("\n"), `${t("methods")}\n${methods}`];
  return (
    <>
      <ol className="grid gap-3">
        {standing.map((name, index) => {
          const number = String(index + 1);
          return (
            <li key={name}>
              <strong>{t("agendaItem", { number: toThaiDigits(number), name })}</strong>
              {index === ownPlace && (
                <ol className="pl-[25mm] max-sm:pl-8">
                  {lines.map((line, nth) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: an agenda's lines have no other name than their number
                    <li key={nth} className="flex gap-2">
                      <span className="keep">{toThaiDigits(`${number}.${nth + 1}`)}</span>
                      <span className="whitespace-pre-line">{toThaiDigits(line)}</span>
                    </li>
                  ))}
                </ol>
              )}
            </li>
          );
        })}
      </ol>
      <section className="mt-6 print:break-before-page">
        <h2 className="text-center text-[1em] font-semibold">{t("attendanceTitle")}</h2>
        <p className="text-center">{when}</p>
        <p className="mt-2">{toThaiDigits(t("invitedCount", { count: invited.length }))}</p>
        <PaperTable
          caption={t("attendanceTitle")}
          head={[t("order"), t("name"), t("position"), t("signature"), t("timeIn"), t("timeOut")]}
          widths={[8, 25, 24, 17, 12, 14]}
          rows={[...invited, ...othersWhoCome].map(({ name, position }, index) => [
            toThaiDigits(String(index + 1)),
            name,
            toThaiDigits(position),
            // Space to sign on the printed page.
            <span key="sign" className="block print:h-8" />,
            "",
            "",
          ])}
        />
      </section>
    </>
  );
}
