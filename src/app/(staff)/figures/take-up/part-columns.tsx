import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { type SentState, sentStates } from "@/domain/figures/take-up";
import { holdersHref } from "@/domain/holder-filter";
import { type ReferralFilter, readReferralFilter, referralsHref } from "@/domain/referral-filter";
import type { TakeUpFigures } from "@/server/figures/take-up";
import type { Column } from "@/ui/data-table";

type Part = TakeUpFigures["parts"][number];

/** The words of a project, a dimension or a heading, and its list. */
export function usePartWords({ area, by }: TakeUpFigures) {
  const t = useTranslations("takeUp");
  const words = useTranslations("words");
  const within = "districtCode" in area ? { district: area.districtCode } : {};
  const dimensions: Record<string, string> = {
    1: words("dimension_1"),
    2: words("dimension_2"),
    3: words("dimension_3"),
    4: words("dimension_4"),
  };
  return {
    t,
    within,
    stateOf: (state: SentState) => t(`state_${state}`),
    nameOf: ({ part, project }: Part) =>
      project ?? dimensions[part] ?? (part === "none" ? t("noCategory") : part),
    filterOf: ({ part }: Part): ReferralFilter => ({
      ...within,
      ...readReferralFilter({ [by]: part }),
    }),
  };
}

/** What the list of a state asks for: what waits for an answer is sent, late or not. */
const ofState = (state: SentState): ReferralFilter =>
  state === "sent" ? { answer: "awaited" } : { state, sent: "yes" };

export function partColumns(
  { by }: TakeUpFigures,
  { t, within, stateOf, nameOf, filterOf }: ReturnType<typeof usePartWords>,
): Column<Part>[] {
  const ofProject = by === "project";
  const chosen: Column<Part> = {
    key: "chosen",
    header: t("chosen"),
    align: "end",
    cell: ({ part, chosen }) => (
      <NumberLink count={chosen} href={holdersHref({ ...within, chosen: part })} />
    ),
  };
  const places: Column<Part> = {
    key: "places",
    header: t("places"),
    align: "end",
    cell: ({ places }) => (places ? t("placesOf", places) : t("noData")),
  };
  return [
    {
      key: "part",
      header: t(`by_${by}`),
      cell: (part) => <span className="block w-52 whitespace-normal">{nameOf(part)}</span>,
    },
    ...(ofProject ? [chosen] : []),
    {
      key: "all",
      header: t("sent"),
      align: "end",
      cell: (part) => (
        <NumberLink
          count={part.sent}
          href={referralsHref({ ...filterOf(part), sent: "yes" })}
          strong
        />
      ),
    },
    ...sentStates.map(
      (state): Column<Part> => ({
        key: state,
        header: stateOf(state),
        align: "end",
        cell: (part) => (
          <NumberLink
            count={part.states[state]}
            href={referralsHref({ ...filterOf(part), ...ofState(state) })}
          />
        ),
      }),
    ),
    {
      key: "days",
      header: t("days"),
      align: "end",
      cell: ({ days }) => (days ? t("median", days) : t("noData")),
    },
    ...(ofProject ? [places] : []),
  ];
}
