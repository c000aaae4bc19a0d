import { useTranslations } from "next-intl";
import { Letter } from "@/app/printed/letter";
import { governorOf, inProvince, provinceNamed } from "@/domain/province-name";
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
export function AwayLetter({ people, district, province: home, today }: Props) {
  const t = useTranslations("visits");
  const name = people[0]?.awayProvince ?? "";
  const province = provinceNamed(home);
  return (
    <Letter
      back={{ href: "/district/away", label: t("what_away") }}
      office={t("letterOffice", { district, province })}
      date={today}
      subject={t("letterSubject")}
      to={governorOf(home)}
      paragraphs={[
        t("letterReason", {
          district,
          there: inProvince(name),
          count: toThaiDigits(String(people.length)),
        }),
        t("letterWish", { name: provinceNamed(name) }),
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
