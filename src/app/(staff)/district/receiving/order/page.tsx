import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NothingIssued } from "@/app/printed/nothing-issued";
import { PaperDesk } from "@/app/printed/paper-desk";
import { mayEver } from "@/domain/policy";
import { draftPaper, isOver } from "@/server/papers/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("receivingOrder") };
}

/** The district's order that appoints who receives where. */
export default async function ReceivingOrderPage({
  searchParams,
}: PageProps<"/district/receiving/order">) {
  const actor = await requireActor();
  if (!mayEver(actor, "receiving.name")) notFound();
  const again = (await searchParams).draft === "new";
  const { draft, over } = await scoped(actor, async (scope) => ({
    draft: await draftPaper(scope, "receiving_order", "", again),
    over: await isOver(scope, "receiving_order"),
  }));
  const t = await getTranslations("preparation");
  const back = { href: "/district/receiving", label: t("receivingTitle") };
  if (!draft && over) return <NothingIssued back={back} />;
  if (!draft)
    return (
      <>
        <PageHeading title={t("receiving_none")} />
        <EmptyState
          title={t("receivingOrderNone")}
          action={<LinkButton href="/district/receiving">{t("saveReceiving")}</LinkButton>}
        />
      </>
    );
  return <PaperDesk draft={draft} back={back} again="/district/receiving/order?draft=new" />;
}
