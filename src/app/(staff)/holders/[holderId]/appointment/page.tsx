import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PaperText } from "@/app/printed/paper-text";
import { Sheet } from "@/app/printed/sheet";
import { formatPhone } from "@/domain/phone";
import { mayEver } from "@/domain/policy";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import { findContact } from "@/server/offices/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { findVisited } from "@/server/visits/visited";

type Props = { params: Promise<{ holderId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("slipTitle") };
}

/** ใบนัด for the holder, in large type. */
export default async function AppointmentSlipPage({ params }: Props) {
  const actor = await requireActor();
  const holderId = z.uuid().safeParse((await params).holderId);
  if (!holderId.success || !mayEver(actor, "appointment.keep")) notFound();
  const { person, contact } = await scoped(actor, async (scope) => ({
    person: await findVisited(scope, holderId.data),
    contact: await findContact(scope, holderId.data),
  }));
  const appointment = person?.appointment;
  if (!person || !appointment || !contact) notFound();
  const t = await getTranslations("visits");
  const call = (phone: string) => t("slipCall", { phone: formatPhone(phone) });
  const rows = [
    [
      t("slipWhen"),
      [
        formatThaiDate(appointment.meetOn),
        appointment.meetAt && t("time", { time: formatThaiTime(appointment.meetAt) }),
      ]
        .filter(Boolean)
        .join(" "),
    ],
    [
      t("slipWhere"),
      appointment.kind === "home"
        ? t("slipAtHome")
        : t("where", { kind: appointment.kind ?? "none", place: appointment.placeName ?? "" }),
    ],
    [
      t("slipOfficer"),
      [`${actor.name} ${actor.position}`, contact.officerPhone && call(contact.officerPhone)]
        .filter(Boolean)
        .join(" "),
    ],
  ];
  const { seat, phone } = contact.office;
  return (
    <Sheet
      back={{ href: `/holders/${person.id}`, label: t("back") }}
      printLabel={t("printAppointment")}
    >
      <div className="text-lg print:text-[15pt]">
        <p>
          <PaperText>{t("slipHeading", { office: seat })}</PaperText>
        </p>
        <h1 className="text-3xl print:text-[24pt]">{t("slipTitle")}</h1>
        <p className="mt-4 text-2xl font-bold print:text-[18pt]">{person.name}</p>
        <p className="mt-2">{t("slipText")}</p>
        <dl className="mt-4 grid gap-y-3">
          {rows.map(([term, detail]) => (
            <div key={term}>
              <dt className="text-soft">{term}</dt>
              <dd className="text-2xl font-bold print:text-[18pt]">
                <PaperText>{detail ?? ""}</PaperText>
              </dd>
            </div>
          ))}
        </dl>
        <p className="mt-6 rounded-small border border-ink px-3 py-2">
          <PaperText>{t("slipBring")}</PaperText>
        </p>
        <p className="mt-4">
          <PaperText>
            {t("slipOther", { phone: contact.officerPhone ? call(contact.officerPhone) : seat })}
          </PaperText>
        </p>
        <p className="mt-2">
          <PaperText>
            {t("slipCheck", { office: seat, phone: phone ? call(phone) : "" }).trim()}
          </PaperText>
        </p>
      </div>
    </Sheet>
  );
}
