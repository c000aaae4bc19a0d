import { useTranslations } from "next-intl";
import { PhoneLink } from "@/app/parts/phone-link";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import type { NotReceived } from "@/server/not-received/queries";
import type { Office } from "@/server/offices/queries";
import { DescriptionList } from "@/ui/description-list";

type Told = Extract<NotReceived, { elsewhere: false }>;

/** The steps from the yes to the card, as far as they are known. */
export function ToldFacts({ told }: { told: Told }) {
  const t = useTranslations("notReceived");
  const { saidOn, firstMonth, reportedOn, file, toppedUp } = told;
  const reported =
    reportedOn &&
    (file === null
      ? formatThaiDate(reportedOn)
      : t("inFile", { date: formatThaiDate(reportedOn), number: file }));
  return (
    <DescriptionList
      items={[
        { term: t("saidOn"), detail: saidOn ? formatThaiDate(saidOn) : t("notSaid") },
        ...(saidOn
          ? [
              {
                term: t("fromMonth"),
                detail: firstMonth ? formatThaiMonth(firstMonth) : t("noMonth"),
              },
            ]
          : []),
        { term: t("reportedOn"), detail: reported ?? t("notReported") },
        { term: t("answer"), detail: <Answer told={told} /> },
        {
          term: t("toppedUp"),
          detail: toppedUp
            ? t("toppedUpWord", { date: formatThaiDate(toppedUp.fileOn) })
            : t("noToppedUp"),
        },
      ]}
    />
  );
}

function Answer({ told: { state, answeredOn, reason } }: { told: Told }) {
  const t = useTranslations("notReceived");
  const date = answeredOn ? formatThaiDate(answeredOn) : "";
  if (state === "accepted") return t("accepted", { date });
  if (state === "bounced") return t("returned", { date, reason: reason ?? "" });
  return t("noAnswer");
}

/** The office that knows more, and its telephone. */
export function OfficeToRing({ office }: { office: Office }) {
  const t = useTranslations("notReceived");
  return (
    <>
      <p className="font-semibold">{office.unit}</p>
      <p>{office.seat}</p>
      <p>
        {office.phone ? <PhoneLink number={office.phone}>{office.phone}</PhoneLink> : t("noPhone")}
      </p>
    </>
  );
}
