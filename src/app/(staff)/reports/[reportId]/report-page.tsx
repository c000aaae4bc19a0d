import Link from "next/link";
import { useTranslations } from "next-intl";
import { Letter } from "@/app/printed/letter";
import { PrintButton } from "@/app/printed/print-button";
import { mayEver, type Role } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { receivedLevelOf, reportLevelOf } from "@/domain/report";
import { formatThaiDate, formatThaiDateShort, formatThaiMonth } from "@/domain/thai-dates";
import type { ReportView } from "@/server/reports/queries";
import { Card } from "@/ui/card";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { Annex } from "./annex";
import { ReportActions } from "./report-actions";

type Props = { report: ReportView; role: Role };

/** A report with its actions; a province's report is a letter. */
export function ReportPage({ report, role }: Props) {
  const t = useTranslations("reports");
  const month = formatThaiMonth(report.period);
  const heads = {
    officer: t("headOfficer", { name: report.author?.name ?? "", month }),
    district: t("headDistrict", { name: report.district ?? "", month }),
    province: t("headProvince", { name: provinceNamed(report.province ?? ""), month }),
  };
  const signs = report.level === reportLevelOf(role) && mayEver({ role }, "report.sign");
  const receives = report.level === receivedLevelOf(role) && mayEver({ role }, "report.receive");
  const status = <Tag>{t(`status_${report.status}`)}</Tag>;
  const up = (
    <Link href="/reports" className="inline-flex min-h-12 items-center">
      {t("title")}
    </Link>
  );
  return (
    <>
      <div className={report.level === "province" ? "print:hidden" : ""}>
        {report.level === "province" ? (
          // The letter below has the page's headline.
          <p className="mb-3 flex flex-wrap items-center gap-x-4">
            {up} <strong>{heads.province}</strong> {status}
          </p>
        ) : (
          <PageHeading
            eyebrow={up}
            title={heads[report.level]}
            sub={status}
            actions={<PrintButton label={t("print")} />}
          />
        )}
        <ul className="mb-4 text-soft">
          <Signatures report={report} />
        </ul>
        {report.returnReason && (
          <div className="mb-4">
            <Notice kind="warn">{t("returnedBecause", { reason: report.returnReason })}</Notice>
          </div>
        )}
        <div data-screen-only>
          <ReportActions report={report} signs={signs} receives={receives} />
        </div>
      </div>
      {report.level === "province" ? (
        <ProvinceLetter report={report} />
      ) : (
        <Card>
          <h2 className="mb-2 text-lg">{t("noteTitle")}</h2>
          <p className="mb-5 whitespace-pre-line">{report.note}</p>
          {report.figures && <Annex figures={report.figures} official={false} />}
        </Card>
      )}
    </>
  );
}

/** Who prepared, signed, decided; for whom and under which order. */
function Signatures({ report }: { report: ReportView }) {
  const t = useTranslations("reports");
  const short = (date: string | null) => (date ? formatThaiDateShort(date) : "");
  const headOf = (role: string) =>
    t(role === "provincial_officer" ? "head_governor" : "head_district_chief");
  const { preparedBy, signedBy, decidedBy, signedOrder, decidedOrder } = report;
  const what = t(report.status === "returned" ? "return" : "acknowledge");
  return (
    <>
      <li>{t("preparedBy", { ...preparedBy, date: short(report.preparedOn) })}</li>
      {signedBy && (
        <li>
          {signedOrder
            ? t("signedFor", {
                ...signedBy,
                head: headOf(signedBy.role),
                ...signedOrder,
                date: short(report.signedOn),
              })
            : t("signedBy", { ...signedBy, date: short(report.signedOn) })}
        </li>
      )}
      {decidedBy && (
        <li>
          {decidedOrder
            ? t("decidedFor", {
                ...decidedBy,
                what,
                head: headOf(decidedBy.role),
                ...decidedOrder,
                date: short(report.decidedOn),
              })
            : t("decidedBy", { ...decidedBy, what, date: short(report.decidedOn) })}
        </li>
      )}
      {report.sentOn && report.sentHow && (
        <li>
          {t("sentText", {
            date: short(report.sentOn),
            how: t(`how_${report.sentHow}`),
          })}
        </li>
      )}
    </>
  );
}

function ProvinceLetter({ report }: { report: ReportView }) {
  const t = useTranslations("reports");
  const province = provinceNamed(report.province ?? "");
  const { figures } = report;
  const n = (number: number) => number.toLocaleString("en-US");
  return (
    <Letter
      office={t("letterOffice", { province })}
      number={report.letterNumber}
      date={report.signedOn ?? report.preparedOn}
      subject={t("letterSubject", { month: formatThaiMonth(report.period) })}
      to={t("letterTo")}
      reference={t("letterReference")}
      enclosed={t("letterEnclosed", { province })}
      paragraphs={[
        t("letterReason"),
        ...(figures
          ? [
              t("letterBody", {
                province,
                date: formatThaiDate(figures.asOf),
                met: n(figures.coverage.met),
                total: n(figures.coverage.total),
                people: n(figures.people),
                contacts: n(figures.contacts),
                takers: n(figures.takers),
              }),
            ]
          : []),
        report.note,
        t("letterWish"),
      ]}
      signer={t("letterSigner", { province })}
      signedBy={report.signedBy?.name}
    >
      {figures && <Annex figures={figures} official />}
    </Letter>
  );
}
