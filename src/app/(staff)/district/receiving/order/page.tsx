import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfficialOrder, PaperTable } from "@/app/printed/official-order";
import { mayEver } from "@/domain/policy";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import { getAreaNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { listReceivingDuties } from "@/server/receiving/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("receivingOrder") };
}

/** The district's order that appoints who receives where. */
export default async function ReceivingOrderPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "receiving.name")) notFound();
  const { duties, area, today } = await scoped(actor, async (scope) => ({
    duties: await listReceivingDuties(scope),
    area: await getAreaNames(actor, scope.tx),
    today: await programmeDate(scope.tx),
  }));
  const t = await getTranslations("preparation");
  if (duties.length === 0)
    return (
      <>
        <PageHeading title={t("receivingNone")} />
        <EmptyState
          title={t("receivingOrderNone")}
          action={<LinkButton href="/district/receiving">{t("saveReceiving")}</LinkButton>}
        />
      </>
    );
  const district = area.district ?? "";
  const day = (date: string) => toThaiDigits(formatThaiDate(date));
  const first = duties.map(({ fromOn }) => fromOn).sort()[0] ?? today;
  return (
    <OfficialOrder
      back={{ href: "/district/receiving", label: t("receivingTitle") }}
      kind="order"
      office={t("office", { district })}
      subject={t("receivingOrderSubject")}
      date={today}
      paragraphs={[t("receivingOrderWhy", { district })]}
      last={[t("receivingOrderDuty"), t("receivingOrderFrom", { date: formatThaiDate(first) })]}
      signer={t("chief", { district })}
    >
      <PaperTable
        caption={t("receivingOrderSubject")}
        head={[t("order"), t("name"), t("position"), t("place"), t("days")]}
        rows={duties.map(({ officer, place, fromOn, untilOn }, index) => [
          toThaiDigits(String(index + 1)),
          officer.name,
          toThaiDigits(officer.position),
          toThaiDigits(place.name),
          t("periodDays", { from: day(fromOn), until: day(untilOn) }),
        ])}
      />
    </OfficialOrder>
  );
}
