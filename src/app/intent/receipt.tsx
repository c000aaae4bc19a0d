import { useTranslations } from "next-intl";
import { PaperText } from "@/app/printed/paper-text";
import { QrCode } from "@/app/printed/qr-code";
import { maskNationalId } from "@/domain/national-id";
import { formatPhone } from "@/domain/phone";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Office } from "@/server/offices/queries";

export type ReceiptPaper = {
  title: string;
  number: string;
  name: string;
  idLastFour: string;
  /** ประสงค์พัฒนาตนเอง or not; null for someone on no list. */
  answer: string | null;
  /** The two consents as they were given; null where none was asked. */
  consents: readonly string[] | null;
  on: string;
  place: string;
  officer: { name: string; position: string };
  office: Office;
  /** What comes next and when, in the holder's words. */
  next: string;
  note: string | null;
};

/** One A4 sheet: the larger part in large type for the person, the rest for the files. No income, no sum; the ID is masked. */
export function ReceiptSheet({ paper }: { paper: ReceiptPaper }) {
  const t = useTranslations("desk");
  return (
    <div className="flex max-w-form flex-col gap-5 print:max-w-none print:gap-0">
      <Receipt
        paper={paper}
        part={t("receiptPartHolder")}
        size="print:text-[14pt] print:leading-[1.25]"
      />
      <hr className="border-dashed border-edge print:my-[2mm]" />
      <Receipt
        paper={paper}
        part={t("receiptPartOffice")}
        size="print:text-[9pt] print:leading-[1.2]"
      />
    </div>
  );
}

type ReceiptProps = { paper: ReceiptPaper; part: string; size: string };

function Receipt({ paper, part, size }: ReceiptProps) {
  const t = useTranslations("desk");
  const rows = [
    [t("receiptName"), paper.name],
    [t("idNumber"), maskNationalId(paper.idLastFour)],
    ...(paper.answer ? [[t("receiptAnswer"), paper.answer]] : []),
    ...(paper.consents ?? []).map((consent) => [t("receiptConsent"), consent]),
    [t("receiptDate"), t("receiptWhen", { date: formatThaiDate(paper.on), place: paper.place })],
    [t("receiptOfficer"), `${paper.officer.name} ${paper.officer.position}`],
  ];
  return (
    <section
      data-keep-together
      className={`rounded-card border border-line bg-card p-5 print:border-0 print:p-0 ${size}`}
    >
      <div className="flex flex-wrap items-start justify-between gap-4 sm:flex-nowrap print:flex-nowrap print:[&_svg]:size-[24mm]">
        <div>
          <p className="text-[0.85em] text-soft">{part}</p>
          <p>
            <PaperText>{t("receiptHeading", { office: paper.office.seat })}</PaperText>
          </p>
          <h2 className="text-[1.15em]">{paper.title}</h2>
          <p className="keep">
            {t("receiptNumber")} <span className="figures text-2xl font-bold">{paper.number}</span>
          </p>
        </div>
        <QrCode text={paper.number} label={t("qrLabel", { number: paper.number })} />
      </div>
      <dl className="mt-1 grid gap-x-4 sm:grid-cols-[auto_1fr] print:grid-cols-[auto_1fr]">
        {rows.map(([term, detail]) => (
          <div key={`${term} ${detail}`} className="contents">
            <dt className="text-soft print:text-ink">{term}</dt>
            <dd className="font-semibold">
              <PaperText>{detail ?? ""}</PaperText>
            </dd>
          </div>
        ))}
      </dl>
      {paper.consents && (
        <p className="mt-1">
          <PaperText>{t("receiptConsentRights")}</PaperText>
        </p>
      )}
      <p className="mt-1.5">
        <strong>{t("receiptNext")}</strong> <PaperText>{paper.next}</PaperText>
      </p>
      <Ask office={paper.office} />
      {paper.note && <p className="mt-1">{paper.note}</p>}
      <p className="mt-1.5 rounded-small border border-ink px-3 py-1 font-bold">
        {t("receiptNot")}
      </p>
      <p className="mt-1">{t("receiptKeep")}</p>
      <p className="keep mt-3 text-right">{t("receiptSigned")}</p>
    </section>
  );
}

/** Whom to ring; without a telephone the office itself. */
function Ask({ office }: { office: Office }) {
  const t = useTranslations("desk");
  return (
    <p className="mt-1">
      <strong>{t("receiptAsk")}</strong>{" "}
      <PaperText>
        {office.phone
          ? t("receiptCall", { office: office.seat, phone: formatPhone(office.phone) })
          : office.seat}
      </PaperText>
    </p>
  );
}
