import { useTranslations } from "next-intl";
import { PaperTable } from "@/app/printed/paper-table";
import { PaperText } from "@/app/printed/paper-text";
import { formatPhone } from "@/domain/phone";
import type { Actor } from "@/domain/policy";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import type { Contact } from "@/server/offices/queries";
import type { CalendarEntry } from "@/server/visits/calendar";

type Props = {
  /** Those to come, of one village. */
  entries: readonly CalendarEntry[];
  moo: number;
  today: string;
  contact: Contact | null;
  by: Actor;
};

/** The list for the head of a village: who is to be met when, and whom to ring; nothing else of anybody. */
export function CallSheet({ entries, moo, today, contact, by }: Props) {
  const t = useTranslations("visits");
  const day = (date: string) => toThaiDigits(formatThaiDate(date));
  const time = (at: string | null) => at && toThaiDigits(t("time", { time: formatThaiTime(at) }));
  const call = (phone: string | null) =>
    phone && toThaiDigits(t("slipCall", { phone: formatPhone(phone) }));
  const subdistrict = entries[0]?.person.subdistrict ?? "";
  return (
    <>
      <h1 className="text-2xl">{t("callSheetTitle")}</h1>
      <p className="text-right">{day(today)}</p>
      <p className="mt-2">{t("callSheetTo", { moo: toThaiDigits(String(moo)), subdistrict })}</p>
      <p className="mt-2 indent-[10mm]">{t("callSheetText")}</p>
      <PaperTable
        caption={t("callSheetTitle")}
        head={[t("callSheetOrder"), t("callSheetName"), t("callSheetHouse"), t("callSheetDate")]}
        rows={entries.map(({ person, meetOn, meetAt }, index) => [
          toThaiDigits(String(index + 1)),
          person.name,
          toThaiDigits(person.houseNo ?? ""),
          [day(meetOn), time(meetAt)].filter(Boolean).join(" "),
        ])}
      />
      <p className="mt-4">
        <PaperText>
          {[t("callSheetAsk"), by.name, call(contact?.officerPhone ?? null)]
            .filter(Boolean)
            .join(" ")}
        </PaperText>
      </p>
      {contact && (
        <p>
          <PaperText>
            {[contact.office.seat, call(contact.office.phone)].filter(Boolean).join(" ")}
          </PaperText>
        </p>
      )}
      <div data-keep-together className="mt-10 ml-auto w-fit text-center">
        <p>{t("callSheetSign")} ................................................</p>
        <p className="keep">({by.name})</p>
        <p>{by.position}</p>
      </div>
    </>
  );
}
