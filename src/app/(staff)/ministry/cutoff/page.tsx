import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { addMonths, monthOf } from "@/domain/calendar";
import { cutoffDays } from "@/domain/cutoff";
import { mayEver } from "@/domain/policy";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { programmeDate } from "@/server/clock";
import { listCutoffs } from "@/server/ministry/cutoff";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("ministry"))("cutoffTitle") };
}

/** How many months from now a letter may begin. */
const monthsAhead = 12;

/** The Ministry's cut-off day as its letters say it, and a new letter. */
export default async function CutoffPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "ministry.configure")) notFound();
  const { today, cutoffs } = await scoped(actor, async (scope) => ({
    today: await programmeDate(scope.tx),
    cutoffs: await listCutoffs(scope),
  }));
  const months = Array.from({ length: monthsAhead }, (_, ahead) =>
    addMonths(monthOf(today), ahead),
  );
  const t = await getTranslations("ministry");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={
          <Link href="/ministry" className="underline">
            {t("title")}
          </Link>
        }
        title={t("cutoffTitle")}
        sub={t("cutoffSub")}
      />
      <div className="grid gap-5">
        <CommandForm
          command="setCutoff"
          fields={[
            { name: "letterNumber", kind: "text", label: t("cutoffNumber") },
            { name: "letterOn", kind: "date", label: t("cutoffLetterOn") },
            {
              name: "day",
              kind: "select",
              label: t("cutoffDay"),
              hint: t("cutoffDayHint"),
              choices: cutoffDays.map((day) => ({ value: day, label: day })),
            },
            {
              name: "fromMonth",
              kind: "select",
              label: t("cutoffFrom"),
              choices: months.map((month) => ({ value: month, label: formatThaiMonth(month) })),
            },
          ]}
          submit={t("cutoffSave")}
          then="/ministry"
        />
        <Card title={t("cutoffLetters")}>
          {cutoffs.length === 0 && <p>{t("cutoffNone")}</p>}
          <ul className="divide-y divide-line">
            {cutoffs.map((cutoff) => (
              <li key={cutoff.id} className="py-2">
                {t("cutoffLetter", {
                  day: String(cutoff.day),
                  month: formatThaiMonth(cutoff.fromMonth),
                  number: cutoff.letterNumber,
                  date: formatThaiDate(cutoff.letterOn),
                  name: cutoff.by,
                })}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
