import type { Bank } from "@/domain/agencies";
import type { IsoDate } from "@/domain/calendar";
import type { Facts } from "@/domain/rules/facts";
import { type MenuLine, menuFor } from "@/domain/rules/menu";
import { ageClassOf, isIn, isMustReach, type Outreach, outreachFor } from "@/domain/rules/outreach";
import { type Reason, type ReasonCode, reasonFor } from "@/domain/rules/reasons";
import { type BandId, isBank, type RuleSet } from "@/domain/rules/rule-set";
import { bandOf, countingYes, type TopUp, topUpFor, yesDates } from "@/domain/rules/top-up";

/** What the rules answer, with every reason. Money is in baht. */
export type Decision = {
  band: BandId;
  topUp: TopUp;
  outreach: Outreach;
  /** Null where the officer's agency is not known. */
  coInterviewerRequired: boolean | null;
  coInterviewerAgency: Bank | null;
  menu: MenuLine[];
  reasons: Reason[];
  /** Version of the rule set. */
  rules: IsoDate;
};

/** The rules' answer to one holder's facts. Pure: the same in browser, server and command line. */
export function decide(rules: RuleSet, facts: Facts): Decision {
  const band = bandOf(rules, facts.incomeSatang).id;
  const topUp = topUpFor(rules, facts);
  const outreach = outreachFor(rules, facts);
  const coInterview = coInterviewFor(rules, facts);
  const codes: ReasonCode[] = [
    ...bandReasons(rules, facts, band),
    ...topUpReasons(rules, facts, topUp),
    ...ageReasons(rules, facts),
    ...outreachReasons(rules, facts, outreach),
    ...coInterviewReasons(coInterview),
    ...menuReasons(facts),
  ];
  return {
    band,
    topUp,
    outreach,
    ...coInterview,
    menu: menuFor(rules, facts.targetGroup, band),
    reasons: codes.map(reasonFor),
    rules: rules.version,
  };
}

type CoInterview = Pick<Decision, "coInterviewerRequired" | "coInterviewerAgency">;

function coInterviewFor(rules: RuleSet, { aoAgency, targetGroup }: Facts): CoInterview {
  if (aoAgency === null) return { coInterviewerRequired: null, coInterviewerAgency: null };
  if (isBank(rules, aoAgency)) return { coInterviewerRequired: false, coInterviewerAgency: null };
  const { proposedFor } = rules.coInterview.value;
  return {
    coInterviewerRequired: true,
    coInterviewerAgency: proposedFor[targetGroup ?? "unknown"],
  };
}

function bandReasons(rules: RuleSet, { incomeSatang }: Facts, band: BandId): ReasonCode[] {
  if (band === "up_to_30000")
    return incomeSatang === rules.incomeBands[0].incomeUpToSatang.value
      ? ["INCOME_UP_TO_30000", "INCOME_EXACTLY_30000"]
      : ["INCOME_UP_TO_30000"];
  return incomeSatang > rules.incomeCeilingSatang.value
    ? ["INCOME_OVER_30000", "INCOME_OVER_100000"]
    : ["INCOME_OVER_30000"];
}

function topUpReasons(rules: RuleSet, facts: Facts, topUp: TopUp): ReasonCode[] {
  // An income over 100,000 has given its reason with the band.
  if ("none" in topUp) return topUp.none === "INCOME_OVER_100000" ? [] : [topUp.none];
  const yes = countingYes(rules, facts);
  const dates = yesDates(rules, facts);
  const ignored = dates.some((date) => date < rules.topUp.yesCountsFrom.value);
  const late = "on" in yes && yes.on > rules.walkIn.value.until;
  return [
    "YES_GIVEN",
    ...(ignored ? (["YES_BEFORE_WINDOW_IGNORED"] as const) : []),
    ...(dates.length > 1 && !ignored ? (["EARLIEST_YES"] as const) : []),
    ...(late ? (["YES_AFTER_WALK_IN"] as const) : []),
    "FROM_NEXT_MONTH",
    "UNTIL_LAST_MONTH",
    bandOf(rules, facts.incomeSatang).id === "up_to_30000" ? "MONTHLY_200" : "MONTHLY_100",
  ];
}

function ageReasons(rules: RuleSet, { birthDate }: Facts): ReasonCode[] {
  const ageClass = ageClassOf(rules, birthDate);
  if (ageClass === "unknown") return ["AGE_UNKNOWN"];
  return [ageClass === "up_to_60" ? "AGE_UP_TO_60" : "AGE_OVER_60", "AGE_COUNTED"];
}

function outreachReasons(rules: RuleSet, facts: Facts, outreach: Outreach): ReasonCode[] {
  if (!isMustReach(rules, facts)) return ["VOLUNTARY"];
  if (outreach === "mandatory_visit") return ["MUST_REACH", "MANDATORY_VISIT"];
  return isIn(rules.walkIn.value, facts.intentOn)
    ? ["MUST_REACH", "WALK_IN_DONE"]
    : ["MUST_REACH", "WALK_IN_DONE", "WALK_IN_BY_INTERVIEW"];
}

function coInterviewReasons({ coInterviewerRequired, coInterviewerAgency }: CoInterview) {
  if (coInterviewerRequired === null) return ["CO_INTERVIEW", "AO_AGENCY_UNKNOWN"] as const;
  if (!coInterviewerRequired) return ["CO_INTERVIEW", "AO_FROM_BANK"] as const;
  const bank = coInterviewerAgency === "BAAC" ? "CO_INTERVIEWER_BAAC" : "CO_INTERVIEWER_GSB";
  return ["CO_INTERVIEW", "AO_NOT_FROM_BANK", bank] as const;
}

const printedMenu = {
  farmer: ["MENU_FARMER", "MENU_CATEGORIES"],
  employed: ["MENU_EMPLOYED", "MENU_CATEGORIES"],
  self_employed: ["MENU_SELF_EMPLOYED", "MENU_CATEGORIES"],
  not_working: ["MENU_NOT_WORKING"],
} as const;

function menuReasons({ targetGroup }: Facts): ReasonCode[] {
  if (targetGroup === null) return ["NO_TARGET_GROUP"];
  return [...printedMenu[targetGroup], "MENU_DIMENSION_4", "MENU_DIMENSION_4_FOR_ALL"];
}
