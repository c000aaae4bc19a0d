import type { useTranslations } from "next-intl";
import { type HolderFilter, holderFilterKeys } from "@/domain/holder-filter";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { FilterNames } from "@/server/caseload/filter-names";

type Words = ReturnType<typeof useTranslations<"words">>;
type Texts = ReturnType<typeof useTranslations<"holders">>;

/** Each part of a filter in words: what a list, and a file made of it, say they show. */
export function filterWords(
  filter: HolderFilter,
  names: FilterNames,
  { words, t }: { words: Words; t: Texts },
): { key: keyof HolderFilter; text: string }[] {
  return holderFilterKeys
    .filter((key) => filter[key] !== undefined)
    .map((key) => ({ key, text: textOf(key, filter, names, { words, t }) }));
}

function textOf(
  key: keyof HolderFilter,
  filter: HolderFilter,
  names: FilterNames,
  { words, t }: { words: Words; t: Texts },
): string {
  switch (key) {
    case "district":
      return words("district", { name: names.district ?? filter.district ?? "" });
    case "subdistrict":
      return words("subdistrict", { name: names.subdistrict ?? filter.subdistrict ?? "" });
    case "moo":
      return t("mooIs", { moo: filter.moo ?? 0 });
    case "cohort":
      return words(filter.cohort === "must_reach" ? "mustReach" : "voluntary");
    case "age":
      return t("ageIs", { band: words(`age_${filter.age ?? "up_to_60"}`) });
    case "income":
      return t("incomeIs", { band: words(`band_${filter.income ?? "up_to_30000"}`) });
    case "group":
      return words(`group_${filter.group ?? "unknown"}`);
    case "state":
      return words(`state_${filter.state ?? "unassigned"}`);
    case "block":
      return words(`block_${filter.block ?? "met"}`);
    case "officer":
      return filter.officer === "none"
        ? t("noOfficer")
        : t("officerIs", { name: names.officer ?? "" });
    case "answer":
      return filter.answer === "none" ? t("answerNone") : words(`answer_${filter.answer ?? "yes"}`);
    case "interviewed":
      return t(filter.interviewed === "yes" ? "interviewedYes" : "interviewedNo");
    case "draft":
      return t("draftOwn");
    case "assessment":
      return t("assessmentPending");
    case "refusal":
      return t("refusalPending");
    case "plan":
      return t("planActive");
    case "contacts":
      return t("contactsAre", { contacts: Number(filter.contacts) });
    case "round":
      return t(`round_${filter.round ?? "june_open"}`);
    case "takenUp":
      return t("takenUp");
    case "result":
      return t(`result_${filter.result ?? "job"}`);
    case "ministry":
      return t(`ministry_${filter.ministry ?? "unreported"}`);
    case "unassignedSince":
      return t("unassignedSinceIs", { date: formatThaiDateShort(filter.unassignedSince ?? "") });
    case "meetBefore":
      return t("meetBeforeIs", { date: formatThaiDateShort(filter.meetBefore ?? "") });
  }
}
