import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { KeepFile } from "@/app/forms/keep-file";
import { writtenKinds } from "@/domain/official-paper";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { findSigned, listScans, type ScanRow } from "@/server/papers/scans";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

const asked = z.object({ kind: z.enum(writtenKinds), about: z.string().max(60) });

export async function generateMetadata() {
  return { title: (await getTranslations("papers"))("scans") };
}

/** The scans of one paper that was signed, and the form that keeps another. */
export default async function PaperFilesPage({ searchParams }: PageProps<"/papers/files">) {
  const actor = await requireActor();
  const given = asked.safeParse(await searchParams);
  if (!given.success || !mayEver(actor, "paper.read")) notFound();
  const { kind, about } = given.data;
  const found = await scoped(actor, async (scope) => {
    const signed = await findSigned(scope, kind, about);
    return signed && { ...signed, scans: await listScans(scope, kind, about) };
  });
  if (!found) notFound();
  const t = await getTranslations("papers");
  const { subject, number, issuedOn, scans } = found;
  return (
    <>
      <PageHeading
        title={t("scans")}
        sub={t("scansSub", {
          subject,
          number: number ?? "–",
          date: formatThaiDate(issuedOn),
        })}
        actions={
          <LinkButton tone="quiet" href="/papers">
            {t("title")}
          </LinkButton>
        }
      />
      <div className="grid max-w-form gap-5">
        <Card>
          <Scans scans={scans} />
        </Card>
        {mayEver(actor, "office.keep") && (
          <Card>
            <KeepFile
              keep={{ command: "keepScan", fixed: { kind, about } }}
              label={t("scanFile")}
              accept=".pdf,.png,.jpg,.jpeg"
              needed={t("fileNeeded")}
              submit={t("scanKeep")}
              done={t("scanKept")}
            />
          </Card>
        )}
      </div>
    </>
  );
}

async function Scans({ scans }: { scans: readonly ScanRow[] }) {
  const t = await getTranslations("papers");
  if (scans.length === 0)
    return <EmptyState title={t("scansNone")}>{t("scansNoneText")}</EmptyState>;
  return (
    <ul className="divide-y divide-line">
      {scans.map(({ id, mediaType, recordedBy, recordedOn }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0"
        >
          <span>
            {t(mediaType === "application/pdf" ? "scanOf_pdf" : "scanOf_image")}
            <span className="block text-sm text-soft">
              {t("scanBy", { ...recordedBy, date: formatThaiDate(recordedOn) })}
            </span>
          </span>
          <a href={`/api/papers/file?id=${id}`} className="inline-flex min-h-12 items-center">
            {t("scanOpen")}
          </a>
        </li>
      ))}
    </ul>
  );
}
