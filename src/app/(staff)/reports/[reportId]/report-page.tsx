import { useTranslations } from "next-intl";
import { DoneForHead } from "@/app/parts/done-for-head";
import { OfficialPaperSheet } from "@/app/printed/official-paper";
import { type HeadRole, headRoleOf } from "@/domain/delegation";
import type { WrittenPaper } from "@/domain/official-paper";
import { mayEver, type Role } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { receivedLevelOf, reportLevelOf } from "@/domain/report";
import { formatThaiDateShort, formatThaiMonth } from "@/domain/thai-dates";
import type { ReportView } from "@/server/reports/queries";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Tag } from "@/ui/tag";
import { ReportActions } from "./report-actions";

type Props = {
  report: ReportView;
  letter: WrittenPaper;
  role: Role;
  /** `ReportActions`. */
  signsInFile: string | null;
};

/** A report with its actions: a memo or a letter, with its figures as the annex. */
export function ReportPage({ report, letter, role, signsInFile }: Props) {
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
      <div data-screen-only>
        {/* The letter below has the page's headline. */}
        <p className="mb-3 flex flex-wrap items-center gap-x-4">
          {up} <strong>{heads[report.level]}</strong> {status}
        </p>
        <ul className="mb-4 text-soft">
          <Signatures report={report} />
        </ul>
        {report.returnReason && (
          <div className="mb-4">
            <Notice kind="warn">{t("returnedBecause", { reason: report.returnReason })}</Notice>
          </div>
        )}
        <ReportActions
          report={report}
          signs={signs}
          receives={receives}
          signsInFile={signsInFile}
        />
      </div>
      <OfficialPaperSheet {...letter} word={`kind=report&about=${report.id}`} />
    </>
  );
}

/** Who prepared, signed, decided; for whom and under which order. */
function Signatures({ report }: { report: ReportView }) {
  const t = useTranslations("reports");
  const short = (date: string | null) => (date ? formatThaiDateShort(date) : "");
  const headOf = (role: Role): HeadRole => headRoleOf(role) ?? "district_chief";
  const { preparedBy, signedBy, decidedBy, signedOrder, decidedOrder, signedInFile } = report;
  const what = t(report.status === "returned" ? "return" : "acknowledge");
  return (
    <>
      <li>{t("preparedBy", { ...preparedBy, date: short(report.preparedOn) })}</li>
      {signedBy && (
        <li>
          {t("signedBy")}{" "}
          <DoneForHead
            by={signedBy}
            head={headOf(signedBy.role)}
            order={signedOrder}
            inFile={signedInFile}
          />{" "}
          {short(report.signedOn)}
        </li>
      )}
      {decidedBy && (
        <li>
          {t("decidedBy", { what })}{" "}
          <DoneForHead by={decidedBy} head={headOf(decidedBy.role)} order={decidedOrder} />{" "}
          {short(report.decidedOn)}
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
