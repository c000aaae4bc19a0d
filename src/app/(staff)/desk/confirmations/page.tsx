import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ShowAll } from "@/app/parts/show-all";
import { readPapersOf } from "@/domain/intent";
import { mayEver } from "@/domain/policy";
import { listPendingPapers } from "@/server/intents/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { OwnPapers, PapersToConfirm } from "./papers-table";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("pendingPapers") };
}

/** The papers that wait for a second officer; `?others=1` shows those that the reader did not type, `?own=1` the reader's. */
export default async function ConfirmationsPage({
  searchParams,
}: PageProps<"/desk/confirmations">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const whose = readPapersOf(given);
  if (!mayEver(actor, "intent.confirm")) notFound();
  const papers = await scoped(actor, (scope) => listPendingPapers(scope, whose));
  const toConfirm = papers.filter((paper) => !paper.own);
  const own = papers.filter((paper) => paper.own);
  const t = await getTranslations("desk");
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/desk">{t("title")}</Link>}
        title={
          papers.length > 0 ? t("confirmHeadline", { count: papers.length }) : t("confirmNone")
        }
        sub={t("confirmSub")}
      />
      {whose && <ShowAll href="/desk/confirmations" />}
      {papers.length === 0 && (
        <EmptyState title={t("confirmNone")}>{t("confirmNoneText")}</EmptyState>
      )}
      {toConfirm.length > 0 && <PapersToConfirm papers={toConfirm} />}
      {own.length > 0 && <OwnPapers papers={own} />}
    </>
  );
}
