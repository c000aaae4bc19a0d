import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfficialOrder, PaperTable } from "@/app/printed/official-order";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import { getAreaNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { listPlaces } from "@/server/places/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("noticeVerb") };
}

/** The district's notice: every place with its days, to print and put up. */
export default async function NoticePage() {
  const actor = await requireActor();
  if (!mayEver(actor, "place.announce")) notFound();
  const { ruleSets, places, area, today } = await scoped(actor, async (scope) => ({
    ruleSets: scope.ruleSets,
    places: await listPlaces(scope),
    area: await getAreaNames(actor, scope.tx),
    today: await programmeDate(scope.tx),
  }));
  const t = await getTranslations("preparation");
  const desk = await getTranslations("desk");
  const district = area.district ?? "";
  if (places.length === 0)
    return (
      <>
        <PageHeading title={t("noticeNone")} />
        <EmptyState
          title={t("noticeNoneText")}
          action={<LinkButton href="/desk/places">{desk("announceVerb")}</LinkButton>}
        />
      </>
    );
  const day = (date: string) => toThaiDigits(formatThaiDate(date));
  const { from, until } = rulesOn(ruleSets, today).walkIn.value;
  return (
    <OfficialOrder
      back={{ href: "/desk/places", label: desk("places") }}
      kind="notice"
      office={t("office", { district })}
      subject={t("noticeSubject")}
      date={today}
      paragraphs={[
        t("noticeWhy", { from: formatThaiDate(from), until: formatThaiDate(until) }),
        t("noticeWhat", { district }),
      ]}
      last={[t("noticeBring")]}
      signer={t("chief", { district })}
    >
      <PaperTable
        caption={t("noticeSubject")}
        head={[t("order"), t("place"), t("days")]}
        rows={places.map(({ name, opensOn, closesOn }, index) => [
          toThaiDigits(String(index + 1)),
          toThaiDigits(name),
          t("periodDays", { from: day(opensOn), until: day(closesOn) }),
        ])}
      />
    </OfficialOrder>
  );
}
