import { useTranslations } from "next-intl";
import { Letter } from "@/app/printed/letter";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Away } from "@/server/visits/queries";

type Props = {
  people: Away["people"];
  district: string;
  province: string;
  today: string;
};

/** The letter to the province in which they are, with their list: name, telephone, day of return. */
export function AwayLetter({ people, district, province, today }: Props) {
  const t = useTranslations("visits");
  const name = people[0]?.awayProvince ?? "";
  return (
    <Letter
      back={{ href: "/district/away", label: t("what_away") }}
      office={t("letterOffice", { district, province })}
      date={today}
      subject={t("letterSubject")}
      to={t("letterTo", { name })}
      paragraphs={[
        t("letterReason", { district, province, name, count: toThaiDigits(String(people.length)) }),
        t("letterWish", { district }),
      ]}
      signer={t("letterSigner", { district })}
    >
      <h2 className="mt-8 text-lg print:break-before-page">{t("letterList")}</h2>
      <table className="mt-2 w-full border-collapse">
        <thead>
          <tr>
            {[t("callSheetName"), t("colPhone"), t("colReturn")].map((head) => (
              <th key={head} className="border border-ink px-3 py-2 text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td className="border border-ink px-3 py-2">{person.name}</td>
              <td className="keep border border-ink px-3 py-2">
                {person.phone ? toThaiDigits(person.phone) : "-"}
              </td>
              <td className="border border-ink px-3 py-2">
                {person.returnOn ? toThaiDigits(formatThaiDate(person.returnOn)) : "-"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Letter>
  );
}
