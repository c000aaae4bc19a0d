import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { PhoneLink } from "@/app/parts/phone-link";
import { aoAgencyName } from "@/domain/agencies";
import { holdersHref } from "@/domain/holder-filter";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { DistrictCode } from "@/server/officers/district-queries";
import { DataTable } from "@/ui/data-table";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";
import { NewSlip } from "./new-slip";

/** Every code that was ever issued here, with what is still to be done about it. */
export function CodesTable({ codes, today }: { codes: readonly DistrictCode[]; today: string }) {
  const t = useTranslations("officers");
  return (
    <DataTable
      caption={t("codes")}
      captionHidden
      rows={codes}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "name",
          header: t("name"),
          rowHeader: true,
          cell: ({ name, phone }) => (
            <>
              {name} {phone && <PhoneLink number={phone} />}
            </>
          ),
        },
        {
          key: "code",
          header: t("code"),
          cell: ({ code }) => <span className="keep">{code}</span>,
        },
        {
          key: "agency",
          header: t("agency"),
          cell: ({ agency }) => aoAgencyName(agency),
        },
        {
          key: "people",
          header: t("people"),
          align: "end",
          cell: ({ people, officerId }) => (
            <NumberLink count={people} href={holdersHref({ officer: officerId })} />
          ),
        },
        { key: "state", header: t("state"), cell: (code) => <State code={code} today={today} /> },
        {
          key: "end",
          header: <span className="sr-only">{t("end")}</span>,
          align: "end",
          cell: ({ code, name, endsOn, people }) =>
            endsOn && endsOn <= today && people === 0 ? null : (
              <Link
                href={`/district/officers/end?code=${code}`}
                className="keep inline-flex min-h-12 items-center"
                aria-label={`${t("end")} ${name}`}
              >
                {endsOn && endsOn <= today ? t("handOver") : t("end")}
              </Link>
            ),
        },
      ]}
    />
  );
}

function State({ code, today }: { code: DistrictCode; today: string }) {
  const t = useTranslations("officers");
  const { endsOn, people, slip, name, officerId } = code;
  if (endsOn && endsOn <= today && people > 0)
    return <Tag tone="late">{t("endedLeft", { count: people })}</Tag>;
  if (endsOn) return <Tag>{t("endsOn", { date: formatThaiDateShort(endsOn) })}</Tag>;
  return (
    <span className="flex flex-wrap items-center gap-x-2 max-md:justify-end">
      <Tag tone={slip === "entered" ? "done" : slip === "open" ? "due" : "late"}>
        {t(`state_${slip}`)}
      </Tag>
      {slip !== "entered" && <NewSlip officerId={officerId} name={name} />}
    </span>
  );
}
