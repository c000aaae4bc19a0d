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
  return { title: (await getTranslations("preparation"))("noticeVerb") };
}

/** The district's notice: every place with its days, to print and put up. */
export default async function NoticePage({ searchParams }: PageProps<"/desk/places/notice">) {
  const actor = await requireActor();
  if (!mayEver(actor, "place.announce")) notFound();
  const again = (await searchParams).draft === "new";
  const { draft, over } = await scoped(actor, async (scope) => ({
    draft: await draftPaper(scope, "place_notice", "", again),
    over: await isOver(scope, "place_notice"),
  }));
  const t = await getTranslations("preparation");
  const desk = await getTranslations("desk");
  const back = { href: "/desk/places", label: desk("places") };
  if (!draft && over) return <NothingIssued back={back} />;
  if (!draft)
    return (
      <>
        <PageHeading title={t("noticeNone")} />
        <EmptyState
          title={t("noticeNoneText")}
          action={<LinkButton href="/desk/places">{desk("announceVerb")}</LinkButton>}
        />
      </>
    );
  return <PaperDesk draft={draft} back={back} again="/desk/places/notice?draft=new" />;
}
