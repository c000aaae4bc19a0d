import { useTranslations } from "next-intl";
import { holdersHref } from "@/domain/holder-filter";
import type { Overloaded } from "@/server/figures/overload";
import { Link } from "@/ui/link";

/** How many are named; the table below has everybody. */
const shown = 3;

type Props = { overloaded: Overloaded; districtCode: string };

/** For the district's own head: the account officers who need help, with what they have and how far about it lies. */
export function OverloadedOfficers({ overloaded, districtCode }: Props) {
  const t = useTranslations("figures");
  const { interviewsADay, officers } = overloaded;
  return (
    <section aria-labelledby="overloaded" className="mt-3">
      <h3 id="overloaded" className="text-sm font-normal text-soft">
        {t("overloaded")}
      </h3>
      {officers.length === 0 ? (
        <p>{t("overloadedNone", { people: interviewsADay })}</p>
      ) : (
        <ol>
          {officers.slice(0, shown).map(({ officerId, name, left, subdistricts, beyond }) => (
            <li key={officerId}>
              <Link
                href={holdersHref({ district: districtCode, officer: officerId, interview: "all" })}
                className="touch flex-wrap justify-start gap-x-2"
              >
                <span className="font-semibold">{name}</span>
                <span className="text-sm">{t("overloadedBy", { left, subdistricts, beyond })}</span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
