import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/app/forms/command-form";
import type { ReturnCode } from "@/domain/ministry-return";
import { mayEver } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { findReturnFormat } from "@/server/ministry/returns";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("ministry"))("formatTitle") };
}

/** How the Ministry's return file is read: the columns, and what each code means. */
export default async function ReturnFormatPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "ministry.configure")) notFound();
  const format = await scoped(actor, findReturnFormat);
  const t = await getTranslations("ministry");
  const codes = (means: ReturnCode["means"]) =>
    format?.codes
      .filter((each) => each.means === means)
      .map(({ code, words }) => `${code} ${words}`)
      .join("\n");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={
          <Link href="/ministry" className="underline">
            {t("title")}
          </Link>
        }
        title={t("formatTitle")}
        sub={t("formatSub")}
      />
      <p className="mb-5">
        {format
          ? t("formatBy", {
              date: formatThaiDateShort(format.recordedOn),
              name: format.by,
              reason: format.reason,
            })
          : t("formatNone")}
      </p>
      <CommandForm
        command="setReturnFormat"
        fields={[
          { name: "idColumn", kind: "text", label: t("formatId"), initial: format?.idColumn },
          {
            name: "positionColumn",
            kind: "text",
            label: t("formatPosition"),
            hint: t("formatPositionHint"),
            initial: format?.positionColumn ?? undefined,
          },
          { name: "codeColumn", kind: "text", label: t("formatCode"), initial: format?.codeColumn },
          {
            name: "accepted",
            kind: "long",
            label: t("formatAccepted"),
            hint: t("formatCodesHint"),
            initial: codes("accepted"),
          },
          {
            name: "bounced",
            kind: "long",
            label: t("formatBounced"),
            hint: t("formatCodesHint"),
            initial: codes("bounced"),
          },
          { name: "reason", kind: "text", label: t("formatReason") },
        ]}
        submit={t("formatSave")}
        then="/ministry"
      />
    </div>
  );
}
