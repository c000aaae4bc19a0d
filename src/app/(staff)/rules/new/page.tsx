import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import { KeepFile } from "@/app/forms/keep-file";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { findUnusedLetter, mayRecordRules } from "@/server/rules/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("rules"))("newTitle") };
}

/** A letter of the Ministry: its scan, then what it is. */
export default async function NewRulesPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "rules.record")) notFound();
  const { may, scan } = await scoped(actor, async (scope) => ({
    may: await mayRecordRules(scope),
    scan: await findUnusedLetter(scope),
  }));
  if (!may) notFound();
  const t = await getTranslations("rules");
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/rules">{t("title")}</Link>}
        title={t("newTitle")}
        sub={t("newSub")}
      />
      <div className="grid max-w-form gap-5">
        <Card
          title={t("scanTitle")}
          sub={scan && t("scanThere", { date: formatThaiDate(scan.recordedOn) })}
        >
          <KeepFile
            keep={{ command: "keepRuleLetter", fixed: {} }}
            label={t("scanFile")}
            accept=".pdf,.png,.jpg,.jpeg"
            needed={t("scanNeeded")}
            submit={t("scanKeep")}
            done={t("scanKept")}
          />
        </Card>
        <Card title={t("letterTitle")}>
          {scan ? <LetterForm scanId={scan.id} /> : <p className="text-soft">{t("letterFirst")}</p>}
        </Card>
      </div>
    </>
  );
}

async function LetterForm({ scanId }: { scanId: string }) {
  const t = await getTranslations("rules");
  return (
    <CommandForm
      command="recordRuleLetter"
      fixed={{ scanId }}
      fields={[
        { name: "letterNumber", kind: "text", label: t("letterNumber") },
        { name: "letterOn", kind: "date", label: t("letterOn") },
        {
          name: "inForceFrom",
          kind: "date",
          label: t("inForceFromField"),
          hint: t("inForceFromHint"),
        },
        { name: "about", kind: "text", label: t("about"), hint: t("aboutHint") },
      ]}
      submit={t("saveLetter")}
      then="/rules"
    />
  );
}
