import { useTranslations } from "next-intl";
import { OfficialOrder } from "@/app/printed/official-order";
import { provinceNamed } from "@/domain/province-name";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import type { DistrictTeamPage, Team } from "@/server/teams/queries";

/** คำสั่งจังหวัด แต่งตั้งทีม ปรจ.: its members number by number, with blanks where it is not signed yet. */
export function TeamOrder({ team, order }: { team: DistrictTeamPage; order: Team }) {
  const t = useTranslations("teams");
  const { name: district } = team;
  const province = provinceNamed(team.province);
  const { decision, orderNumber, orderedOn, decidedBy, delegation, members } = order;
  const signed = decision === "approved";
  const from = formatThaiDate(order.fromOn);
  return (
    <>
      {!signed && <p className="mb-3 font-semibold text-amber">{t("draft")}</p>}
      <OfficialOrder
        back={{ href: `/province/teams/${team.districtCode}`, label: t("back") }}
        kind="order"
        office={t("docOffice", { province })}
        number={orderNumber}
        subject={t("docSubject", { district })}
        date={orderedOn ?? team.today}
        paragraphs={[t("docReason", { district })]}
        last={[
          t("docDuties"),
          order.untilOn
            ? t("docFromUntil", { from, until: formatThaiDate(order.untilOn) })
            : t("docFrom", { from }),
        ]}
        signer={
          signed && delegation && decidedBy
            ? t("docForGovernor", { position: decidedBy.position, province })
            : t("docGovernor", { province })
        }
        signedBy={signed ? decidedBy?.name : null}
      >
        <ol className="mt-4 grid gap-1">
          {members.map(({ seat, name, position, agency, place }) => (
            <li
              key={seat}
              className="grid grid-cols-[2.5rem_1fr] gap-x-2 sm:grid-cols-[2.5rem_1fr_auto] print:grid-cols-[2.5rem_1fr_auto]"
            >
              <span className="text-right">{toThaiDigits(`${seat}.`)}</span>
              <span>
                {name} {[position, agency].filter(Boolean).join(" ")}
              </span>
              <span className="max-sm:col-start-2 print:col-start-auto">{t(`place_${place}`)}</span>
            </li>
          ))}
        </ol>
      </OfficialOrder>
    </>
  );
}
