import { useTranslations } from "next-intl";
import { toBuddhistYear } from "@/domain/calendar";
import { maskNationalId } from "@/domain/national-id";
import { formatThaiDate } from "@/domain/thai-dates";
import type { PersonAtDesk } from "@/server/intents/queries";
import { Card } from "@/ui/card";
import { Notice } from "@/ui/notice";

type Person = Pick<
  PersonAtDesk,
  | "age"
  | "answers"
  | "awaiting"
  | "birthYear"
  | "diedOn"
  | "district"
  | "elsewhere"
  | "houseNo"
  | "idLastFour"
  | "moo"
  | "subdistrict"
>;

/**
 * What the desk asks the person, next to what the list says; `over`: the desks have closed. No income: people in the queue can
 * see the screen.
 */
export function PersonCard({ holder, over = false }: { holder: Person; over?: boolean }) {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  const address = [
    holder.houseNo && words("houseNo", { houseNo: holder.houseNo }),
    holder.moo && words("moo", { moo: holder.moo }),
    holder.subdistrict && words("subdistrict", { name: holder.subdistrict }),
    words("district", { name: holder.district }),
  ].filter((part) => part !== null && part !== 0);
  const year = holder.birthYear
    ? String(toBuddhistYear(holder.birthYear))
    : t(holder.elsewhere ? "birthYearAsk" : "birthYearUnknown");
  const facts = [
    { term: t("birthYear"), detail: year },
    {
      term: t("age"),
      detail: holder.age === null ? t("ageUnknown") : t("ageYears", { age: holder.age }),
    },
    {
      term: t(holder.awaiting ? "addressStated" : "address"),
      detail: address.map((part) => (
        <span key={part} className="keep mr-2 inline-block">
          {part}
        </span>
      )),
    },
    {
      term: t("idNumber"),
      detail: <span className="keep">{maskNationalId(holder.idLastFour)}</span>,
    },
  ];
  return (
    <Card title={t("person")}>
      <div className="flex flex-col gap-4">
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-1">
          {facts.map(({ term, detail }) => (
            <div key={term} className="nth-[n+3]:max-lg:col-span-2">
              <dt className="text-sm text-soft">{term}</dt>
              <dd className="font-semibold">{detail}</dd>
            </div>
          ))}
        </dl>
        {holder.diedOn && (
          <Notice kind="warn" title={t("recordedDead", { date: formatThaiDate(holder.diedOn) })}>
            {t("recordedDeadText")}
          </Notice>
        )}
        {holder.awaiting && <Notice title={t("awaiting")}>{t("awaitingText")}</Notice>}
        {holder.elsewhere && !over && (
          <Notice>{t("elsewhereNotice", { district: holder.district })}</Notice>
        )}
        {holder.answers.length > 0 && (
          <Notice kind="warn" title={t("earlier")}>
            <ul>
              {holder.answers.map(({ answer, intentOn, pending, afterDeath }) => (
                <li key={`${intentOn} ${answer}`}>
                  {t("earlierRow", {
                    answer: words(`answer_${answer}`),
                    date: formatThaiDate(intentOn),
                  })}
                  {pending && ` · ${t("earlierPending")}`}
                  {afterDeath && ` · ${t("afterDeath_undecided")}`}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </Card>
  );
}
