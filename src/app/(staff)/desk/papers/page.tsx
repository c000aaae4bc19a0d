import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { listPlaces } from "@/server/places/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { PaperBatch } from "./paper-batch";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("paperVerb") };
}

export default async function PapersPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "intent.record")) notFound();
  const { ruleSets, today, places } = await scoped(actor, async (scope) => ({
    ruleSets: scope.ruleSets,
    today: await programmeDate(scope.tx),
    places: await listPlaces(scope),
  }));
  const t = await getTranslations("desk");
  const rules = rulesOn(ruleSets, today);
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/desk">{t("title")}</Link>}
        title={t("papersTitle", { month: rules.words.walkIn.month })}
        sub={t("papersSub", { name: actor.name })}
      />
      {places.length > 0 ? (
        <PaperBatch
          today={today}
          window={rules.walkIn.value}
          places={places.map(({ id, name, opensOn, closesOn }) => ({
            id,
            name,
            opensOn,
            closesOn,
          }))}
        />
      ) : (
        <Notice
          kind="warn"
          action={
            <LinkButton tone="secondary" href="/desk/places">
              {t("places")}
            </LinkButton>
          }
        >
          {t("papersNoPlace")}
        </Notice>
      )}
    </>
  );
}
