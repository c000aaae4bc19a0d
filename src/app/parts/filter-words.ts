import type { useTranslations } from "next-intl";
import {
  eachAsked,
  type FilterValue,
  type HolderFilter,
  type HolderFilterKey,
  roundAsked,
} from "@/domain/holder-filter";
import { formatThaiDateShort, formatThaiMonthShort } from "@/domain/thai-dates";
import type { FilterNames } from "@/server/caseload/filter-names";

type Words = ReturnType<typeof useTranslations<"words">>;
type Texts = ReturnType<typeof useTranslations<"holders">>;
type Voice = { words: Words; t: Texts; names: FilterNames };

/** Each part of a filter in words, for the list and for a file made of it. */
export function filterWords(
  filter: HolderFilter,
  names: FilterNames,
  { words, t }: { words: Words; t: Texts },
): { key: HolderFilterKey; text: string }[] {
  return eachAsked(filter, (key, value) => ({
    key,
    text: wordings[key](value, { words, t, names }),
  }));
}

/** The words of each filter key; a new key does not compile without its words. */
const wordings: {
  [Key in HolderFilterKey]: (value: FilterValue<Key>, voice: Voice) => string;
} = {
  district: (code, { words, names }) => words("district", { name: names.district ?? code }),
  subdistrict: (code, { words, names }) =>
    words("subdistrict", { name: names.subdistrict ?? code }),
  moo: (moo, { t }) => t("mooIs", { moo }),
  cohort: (cohort, { words }) => words(cohort === "must_reach" ? "mustReach" : "voluntary"),
  standing: (standing, { words }) => words(`standing_${standing}`),
  age: (age, { t, names }) => t("ageIs", { band: names.age ?? age }),
  income: (band, { t, names }) => t("incomeIs", { band: names.income ?? band }),
  group: (group, { words }) => words(`group_${group}`),
  sex: (sex, { words }) => words(`sex_${sex}`),
  state: (state, { words }) => words(`state_${state}`),
  block: (block, { words }) => words(`block_${block}`),
  interview: (part, { t }) => t(`interview_${part}`),
  withoutOfficer: (part, { t }) => t(`withoutOfficer_${part}`),
  officer: (officer, { t, names }) =>
    officer === "none" ? t("noOfficer") : t("officerIs", { name: names.officer ?? "" }),
  answer: (answer, { words, t }) =>
    answer === "none" ? t("answerNone") : words(`answer_${answer}`),
  interviewed: (asked, { t }) => t(asked === "yes" ? "interviewedYes" : "interviewedNo"),
  draft: (_, { t }) => t("draftOwn"),
  assessment: (_, { t }) => t("assessmentPending"),
  refusal: (_, { t }) => t("refusalPending"),
  cancellation: (_, { t }) => t("cancellationToConfirm"),
  plan: (_, { t }) => t("planActive"),
  contacts: (contacts, { t }) => t("contactsAre", { contacts: Number(contacts) }),
  round: (asked, { t, names }) => {
    const { id, progress } = roundAsked(asked);
    return t(`round_${progress}`, {
      round: names.round ?? id,
      ended: String(names.roundEnded),
    });
  },
  chosen: (project, { t, names }) => t("chosenIs", { project: names.project ?? project }),
  takenUp: (_, { t }) => t("takenUp"),
  result: (result, { t }) => t(`result_${result}`),
  ministry: (state, { t }) => t(`ministry_${state}`),
  meetBefore: (day, { t }) => t("meetBeforeIs", { date: formatThaiDateShort(day) }),
  unassignedSince: (day, { t }) => t("unassignedSinceIs", { date: formatThaiDateShort(day) }),
  rate: (rate, { t }) => (rate === "any" ? t("rateAny") : t("rateIs", { baht: Number(rate) })),
  dueIn: (month, { t }) => t("dueInIs", { month: formatThaiMonthShort(month) }),
  yesMonth: (month, { t }) => t("yesMonthIs", { month: formatThaiMonthShort(month) }),
  saidYes: (_, { t }) => t("saidYesNo"),
  reached: (step, { words, t }) => t("reachedIs", { step: words(`step_${step}`) }),
  furthest: (step, { words, t }) => t("furthestIs", { step: words(`step_${step}`) }),
  leftBy: (reason, { words, t }) => t("leftByIs", { reason: words(`leftBy_${reason}`) }),
};
