import { useTranslations } from "next-intl";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import type { ChangedPeople } from "@/server/rules/changed-people";
import type { RuleVersionView } from "@/server/rules/queries";

type Props = { version: RuleVersionView; people: ChangedPeople["people"] };

/** One sheet for each person: what the letter of the Ministry changes for them. Only on paper. */
export function LettersOfPeople({ version, people }: Props) {
  return (
    <div className="hidden print:block">
      {people.map((person) => (
        <LetterOfPerson key={person.id} version={version} person={person} />
      ))}
    </div>
  );
}

type LetterProps = { version: RuleVersionView; person: Props["people"][number] };

function LetterOfPerson({ version, person }: LetterProps) {
  const t = useTranslations("rules");
  const { letterNumber, letterOn, about } = version;
  const { name, before, after, houseNo, moo, subdistrict } = person;
  const place = t("letterPlace", {
    house: houseNo ?? "-",
    moo: String(moo ?? "-"),
    subdistrict: subdistrict.name,
    district: subdistrict.district.name,
  });
  const sumOf = ({ satang, lastMonth }: typeof after) =>
    lastMonth
      ? t("sumUntil", { baht: Number(satang) / 100, month: formatThaiMonth(lastMonth) })
      : t("sumNone");
  return (
    <section className="break-after-page pt-[20mm] text-[16pt] leading-relaxed">
      <p>{t("letterSubject", { about })}</p>
      <p>{t("letterTo", { name })}</p>
      <p>{place}</p>
      <p className="mt-6 indent-[15mm]">
        {t("letterBody", {
          number: letterNumber,
          date: formatThaiDate(letterOn),
          about,
          before: sumOf(before),
          after: sumOf(after),
        })}
      </p>
      <p className="mt-4 indent-[15mm]">{t("letterEnd")}</p>
    </section>
  );
}
