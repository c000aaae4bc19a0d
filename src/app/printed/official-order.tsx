import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDateOfOrder } from "@/domain/thai-dates";
import { type Back, Sheet } from "./sheet";

type Props = {
  back?: Back;
  /** ประกาศ or คำสั่ง, of which office. */
  kind: "notice" | "order";
  office: string;
  number?: string | null;
  subject: string;
  /** ISO. */
  date: string;
  paragraphs: readonly string[];
  /** After the annexed table. */
  last?: readonly string[];
  signer: string;
  signedBy?: string | null;
  /** What it orders: a table. */
  children?: ReactNode;
};

/** A notice or an order of an office (ระเบียบงานสารบรรณ): title in the middle, Thai digits, day and signature below. */
export function OfficialOrder(order: Props) {
  const t = useTranslations("officialOrder");
  const { kind, office, number, subject, date, paragraphs, last = [], signer, signedBy } = order;
  return (
    <Sheet back={order.back} printLabel={t(`print_${kind}`)}>
      <div className="text-center">
        <p className="font-semibold">{t(kind, { office })}</p>
        {kind === "order" && (
          <p>{t("number", { number: number ? toThaiDigits(number) : "........./........." })}</p>
        )}
        <h1 className="mt-1 text-base font-semibold">{t("subject", { subject })}</h1>
        <p aria-hidden>――――――――――</p>
      </div>
      {paragraphs.map((text) => (
        <p key={text} className="mt-4 indent-[15mm]">
          {toThaiDigits(text)}
        </p>
      ))}
      {order.children}
      {last.map((text) => (
        <p key={text} className="mt-4 indent-[15mm]">
          {toThaiDigits(text)}
        </p>
      ))}
      <div data-keep-together className="mt-6">
        <p className="text-center">
          {t(`given_${kind}`, { date: toThaiDigits(formatThaiDateOfOrder(date)) })}
        </p>
        <div className="mt-12 ml-auto w-fit text-center">
          <p>({signedBy ?? "................................................"})</p>
          <p>{signer}</p>
        </div>
      </div>
    </Sheet>
  );
}

/** The table of an official document: black lines, as on a photocopy; on a phone the cells are stacked. */
export function PaperTable({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}) {
  return (
    <table className="mt-4 w-full border-collapse text-[0.95em] max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:hidden">
        <tr>
          {head.map((text) => (
            <th key={text} scope="col" className="border border-ink px-2 py-1.5 text-left">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block max-sm:border-t max-sm:border-ink">
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a document have no other key than their number
          <tr key={row} className="max-sm:block max-sm:border-b max-sm:border-ink max-sm:py-2">
            {cells.map((cell, column) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: as the lines
                key={column}
                className="border border-ink px-2 py-1.5 align-top max-sm:block max-sm:border-0 max-sm:px-0 max-sm:py-0.5"
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
