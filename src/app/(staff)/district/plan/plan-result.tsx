import { useTranslations } from "next-intl";
import {
  hundredths,
  partOfDay,
  type PlanResult as Result,
  type SharedOfficer,
} from "@/domain/outreach-plan";
import { DescriptionList } from "@/ui/description-list";

type Props = { result: Result; shared: readonly SharedOfficer[] };

/** What the plan requires and what is missing, in words. */
export function OutreachResult({ result, shared }: Props) {
  const t = useTranslations("preparation");
  const people = (count: number | null) => (count === null ? t("noDays") : t("people", { count }));
  const missing = (count: number | null, words: (count: number) => string) =>
    count === 0 ? t("enough") : count === null ? t("noDays") : words(count);
  return (
    <div className="grid gap-5">
      <section>
        <h3 className="mb-1 text-base font-semibold">{t("resultDesk")}</h3>
        {result.placeDaysMissing === null ? (
          <p>{t("placesOver")}</p>
        ) : (
          <DescriptionList
            items={[
              { term: t("placeDays"), detail: t("placeDaysUnit", { count: result.placeDays }) },
              { term: t("perPlaceDay"), detail: people(result.perPlaceDay) },
              {
                term: t("placeDaysMissing"),
                detail: missing(result.placeDaysMissing, (count) => t("placeDaysUnit", { count })),
              },
            ]}
          />
        )}
      </section>
      <section>
        <h3 className="mb-1 text-base font-semibold">{t("resultField")}</h3>
        <DescriptionList
          items={[
            { term: t("fieldDays"), detail: t("placeDaysUnit", { count: result.fieldDays }) },
            { term: t("perFieldDay"), detail: people(result.perFieldDay) },
            { term: t("officersNeeded"), detail: people(result.officersNeeded) },
            { term: t("officersHere"), detail: people(result.officers) },
            {
              term: t("officersMissing"),
              detail: missing(result.officersMissing, (count) => t("people", { count })),
            },
          ]}
        />
        <Shared officers={shared} />
      </section>
    </div>
  );
}

/** Who works in several districts, and as how much of an officer they count here. */
function Shared({ officers }: { officers: readonly SharedOfficer[] }) {
  const t = useTranslations("preparation");
  if (officers.length === 0) return null;
  return (
    <ul className="mt-2 text-sm text-soft">
      {officers.map(({ name, districts }) => (
        <li key={name}>
          {t("sharedOfficer", { name, districts, part: hundredths(partOfDay(districts)) })}
        </li>
      ))}
      <li>{t("sharedMissing")}</li>
    </ul>
  );
}
