import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { listRegister } from "@/server/papers/register";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("papers"))("title") };
}

/** ทะเบียนหนังสือส่ง: every letter, order and notice that the reader's office signed, the newest first. */
export default async function PapersPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "paper.read")) notFound();
  const papers = await scoped(actor, listRegister);
  const t = await getTranslations("papers");
  return (
    <>
      <PageHeading
        title={papers.length > 0 ? t("headline", { count: papers.length }) : t("headlineNone")}
        sub={t("sub")}
        actions={
          mayEver(actor, "office.keep") && (
            <LinkButton tone="secondary" href="/office">
              {t("officeTitle")}
            </LinkButton>
          )
        }
      />
      {papers.length === 0 && <EmptyState title={t("none")} />}
      {papers.length > 0 && (
        <Card>
          <DataTable
            caption={t("title")}
            captionHidden
            rows={papers}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "number",
                header: t("colNumber"),
                cell: ({ number }) => <span className="keep">{number ?? "–"}</span>,
              },
              {
                key: "date",
                header: t("colDate"),
                cell: ({ issuedOn }) => <KeepWords>{formatThaiDate(issuedOn)}</KeepWords>,
              },
              {
                key: "subject",
                header: t("colSubject"),
                cell: ({ kind, subject }) => (
                  <>
                    {subject}
                    <span className="block text-sm text-soft">{t(`kind_${kind}`)}</span>
                  </>
                ),
              },
              { key: "to", header: t("colTo"), cell: ({ to }) => to ?? "–" },
              {
                key: "signed",
                header: t("colSigned"),
                cell: ({ signedBy }) => <KeepWords>{signedBy ?? "–"}</KeepWords>,
              },
              {
                key: "open",
                header: <span className="sr-only">{t("open")}</span>,
                align: "end",
                cell: ({ href, number, subject, written }) => (
                  <span className="inline-flex flex-wrap justify-end gap-x-4">
                    <Link
                      href={`/papers/files?${new URLSearchParams(written)}`}
                      className="inline-flex min-h-12 items-center"
                      aria-label={`${t("scans")} ${number ?? subject}`}
                    >
                      {t("scans")}
                    </Link>
                    <Link
                      href={href}
                      className="inline-flex min-h-12 items-center"
                      aria-label={`${t("open")} ${number ?? subject}`}
                    >
                      {t("open")}
                    </Link>
                  </span>
                ),
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}
