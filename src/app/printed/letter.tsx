import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import { type Back, Sheet } from "./sheet";

type Props = {
  back?: Back;
  /** The office that writes, with its seat. */
  office: string;
  /** ที่ …; a line to fill by hand where the number is not given yet. */
  number?: string | null;
  /** ISO. */
  date: string;
  subject: string;
  to: string;
  /** What the letter refers to, and what is enclosed. */
  reference?: string | null;
  enclosed?: string | null;
  paragraphs: readonly string[];
  signer: string;
  /** The signer's name, if they have signed. */
  signedBy?: string | null;
  /** Annexes. */
  children?: ReactNode;
};

/** An official letter (ระเบียบงานสารบรรณ): Thai digits, the office at the right, the reason, the wish, the signature. */
export function Letter(letter: Props) {
  const t = useTranslations("letter");
  const { office, number, date, subject, to, reference, enclosed, signer, signedBy } = letter;
  return (
    <Sheet back={letter.back} printLabel={t("print")}>
      <div className="flex flex-wrap justify-between gap-x-6">
        <p>{t("number", { number: number ? toThaiDigits(number) : "........................" })}</p>
        <p className="ml-auto max-w-[60%] text-right">{toThaiDigits(office)}</p>
      </div>
      <p className="mt-4 text-center">{toThaiDigits(formatThaiDate(date))}</p>
      <h1 className="mt-4 text-base font-normal">
        <strong>{t("subject")}</strong> {toThaiDigits(subject)}
      </h1>
      <p>
        <strong>{t("to")}</strong> {to}
      </p>
      {reference && (
        <p>
          <strong>{t("reference")}</strong> {toThaiDigits(reference)}
        </p>
      )}
      {enclosed && (
        <p>
          <strong>{t("enclosed")}</strong> {toThaiDigits(enclosed)}
        </p>
      )}
      {letter.paragraphs.map((text) => (
        <p key={text} className="mt-4 indent-[15mm]">
          {toThaiDigits(text)}
        </p>
      ))}
      <div data-keep-together className="mt-8 ml-auto w-fit text-center">
        <p>{t("closing")}</p>
        <p className="mt-12">({signedBy ?? "................................................"})</p>
        <p>{signer}</p>
      </div>
      {letter.children}
    </Sheet>
  );
}
