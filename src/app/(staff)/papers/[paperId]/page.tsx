import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { OfficialPaperSheet } from "@/app/printed/official-paper";
import { mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { findIssued } from "@/server/papers/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("papers"))("title") };
}

/** One paper of the register as it was signed. */
export default async function IssuedPaperPage({ params }: PageProps<"/papers/[paperId]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).paperId);
  if (!id.success || !mayEver(actor, "paper.read")) notFound();
  const found = await scoped(actor, (scope) => findIssued(scope, id.data));
  if (!found) notFound();
  const t = await getTranslations("papers");
  const { content, issue, number, issuedOn, recordedBy, recordedOn, subject } = found;
  const recorded = t("issuedText", {
    number,
    date: formatThaiDate(issuedOn),
    name: recordedBy.name,
    on: formatThaiDate(recordedOn),
  });
  if (!content)
    return (
      <>
        <PageHeading title={subject} sub={recorded} />
        <EmptyState title={t("noContent")} />
      </>
    );
  return (
    <>
      <p data-screen-only className="mb-3 text-soft">
        {recorded}
      </p>
      <OfficialPaperSheet
        back={{ href: "/papers", label: t("title") }}
        paper={content}
        issue={issue}
        word={`kind=issued&about=${id.data}`}
      />
    </>
  );
}
