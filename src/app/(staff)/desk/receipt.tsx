import { useTranslations } from "next-intl";
import { QrCode } from "@/app/printed/qr-code";
import { maskNationalId } from "@/domain/national-id";
import { formatThaiDate } from "@/domain/thai-dates";

export type ReceiptPaper = {
  title: string;
  number: string;
  name: string;
  idLastFour: string;
  /** ประสงค์ / ไม่ประสงค์; null for someone on no list. */
  answer: string | null;
  on: string;
  place: string;
  officer: { name: string; position: string };
  note: string | null;
};

/** Two halves of an A4 sheet: one for the person, one for the files. No income; the ID is masked. */
export function ReceiptSheet({ paper }: { paper: ReceiptPaper }) {
  const t = useTranslations("desk");
  return (
    <div className="flex max-w-form flex-col gap-5 print:max-w-none print:gap-0">
      <Receipt paper={paper} part={t("receiptPartHolder")} />
      <hr className="border-dashed border-edge print:my-[6mm]" />
      <Receipt paper={paper} part={t("receiptPartOffice")} />
    </div>
  );
}

function Receipt({ paper, part }: { paper: ReceiptPaper; part: string }) {
  const t = useTranslations("desk");
  const rows = [
    [t("receiptName"), paper.name],
    [t("idNumber"), maskNationalId(paper.idLastFour)],
    ...(paper.answer ? [[t("receiptAnswer"), paper.answer]] : []),
    [t("receiptDate"), formatThaiDate(paper.on)],
    [t("receiptPlace"), paper.place],
    [t("receiptOfficer"), `${paper.officer.name} ${paper.officer.position}`],
  ];
  return (
    <section
      data-keep-together
      className="rounded-card border border-line bg-card p-5 print:h-[118mm] print:border-0 print:p-0"
    >
      <div className="flex items-start justify-between gap-4">
        <div>
          <p className="text-sm text-soft">{part}</p>
          <h2 className="text-lg">{paper.title}</h2>
          <p className="text-soft">{t("receiptNumber")}</p>
          <p className="figures keep text-2xl font-bold">{paper.number}</p>
        </div>
        <QrCode text={paper.number} label={t("qrLabel", { number: paper.number })} />
      </div>
      <dl className="mt-3 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr] print:grid-cols-[auto_1fr]">
        {rows.map(([term, detail]) => (
          <div key={term} className="contents">
            <dt className="text-soft">{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      {paper.note && <p className="mt-3">{paper.note}</p>}
      <p className="mt-3 rounded-small border border-ink px-3 py-2 font-bold">{t("receiptNot")}</p>
    </section>
  );
}
