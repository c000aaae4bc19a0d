import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OfficialOrder, PaperTable } from "@/app/official-order";
import { mayEver } from "@/domain/policy";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import { getAreaNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { listReceivingDuties } from "@/server/receiving/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";

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
  const district = area.district ?? "";
  const day = (date: string) => toThaiDigits(formatThaiDate(date));
  const first = duties.map(({ fromOn }) => fromOn).sort()[0] ?? today;
  return (
    <OfficialOrder
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
