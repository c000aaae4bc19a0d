import type { Bank } from "@/domain/agencies";
import type { IsoDate } from "@/domain/calendar";
import type { Facts } from "@/domain/rules/facts";
import { type Menu, menuFor } from "@/domain/rules/menu";
import { ageClassOf, isIn, isMustReach, type Outreach, outreachFor } from "@/domain/rules/outreach";
import { type Reason, reasonFor } from "@/domain/rules/reasons";
import {
  type BandId,
  type IncomeBand,
  joinsInterviews,
  type ReasonCode,
  type RuleSet,
} from "@/domain/rules/rule-set";
import {
  bandOf,
  countingYes,
  isRetroactive,
  type OneOffDue,
  oneOffsFor,
  type TopUp,
  topUpFor,
  yesDates,
} from "@/domain/rules/top-up";

/** What the rules answer, with every reason. Money is in baht. */
export type Decision = {
  band: BandId;
  topUp: TopUp;
  /** Only of a set that gives something once to a list. */
  oneOffs?: OneOffDue[];
  outreach: Outreach;
  /** Null where the officer's agency is not known. */
  coInterviewerRequired: boolean | null;
  coInterviewerAgency: Bank | null;
  menu: Menu;
  reasons: Reason[];
  /** Version of the rule set. */
  rules: IsoDate;
};

/** The rules' answer to one holder's facts. Pure: the same in browser, server and command line. */
export function decide(rules: RuleSet, facts: Facts): Decision {
  const band = bandOf(rules, facts.incomeSatang);
  const topUp = topUpFor(rules, facts);
  const oneOffs = oneOffsFor(rules, facts.lists ?? []);
  const outreach = outreachFor(rules, facts);
  const coInterview = coInterviewFor(rules, facts);
  const codes: ReasonCode[] = [
    ...bandReasons(rules, facts, band),
    ...topUpReasons(rules, facts, { band, topUp }),
    ...oneOffReasons(rules, oneOffs),
    ...ageReasons(rules, facts),
    ...outreachReasons(rules, facts, outreach),
    ...coInterviewReasons(coInterview),
    ...menuReasons(rules, facts),
  ];
  return {
    band: band.id,
    topUp,
    ...(rules.oneOffs ? { oneOffs } : {}),
    outreach,
    ...coInterview,
    menu: menuFor(rules, facts.targetGroup, band.id),
    reasons: codes.map((code) => reasonFor(rules, code)),
    rules: rules.version,
  };
}

type CoInterview = Pick<Decision, "coInterviewerRequired" | "coInterviewerAgency">;

function coInterviewFor(rules: RuleSet, { aoAgency, targetGroup }: Facts): CoInterview {
  if (aoAgency === null) return { coInterviewerRequired: null, coInterviewerAgency: null };
  if (joinsInterviews(rules, aoAgency))
    return { coInterviewerRequired: false, coInterviewerAgency: null };
  const { proposedFor } = rules.coInterview.value;
  return {
    coInterviewerRequired: true,
    coInterviewerAgency: proposedFor[targetGroup ?? "unknown"],
  };
}

function bandReasons(rules: RuleSet, { incomeSatang }: Facts, band: IncomeBand): ReasonCode[] {
  const { income, exactly } = band.reasons;
  const atLimit = incomeSatang === band.incomeUpToSatang.value;
  return [
    income,
    ...(atLimit && exactly ? [exactly] : []),
    ...(incomeSatang > rules.incomeCeilingSatang.value ? [rules.overCeiling] : []),
  ];
}

type Answered = { band: IncomeBand; topUp: TopUp };

function topUpReasons(rules: RuleSet, facts: Facts, { band, topUp }: Answered): ReasonCode[] {
  // An income over the ceiling has given its reason with the band.
  if ("none" in topUp) return topUp.none === rules.overCeiling ? [] : [topUp.none];
  const yes = countingYes(rules, facts);
  const dates = yesDates(rules, facts);
  const ignored = dates.some((date) => date < rules.topUp.yesCountsFrom.value);
  const late = "on" in yes && yes.on > rules.walkIn.value.until;
  const { retroactive } = rules.topUp;
  const earlier = retroactive && "on" in yes && isRetroactive(rules, yes.on);
  return [
    "YES_GIVEN",
    ...(ignored ? ["YES_BEFORE_WINDOW_IGNORED"] : []),
    ...(dates.length > 1 && !ignored ? ["EARLIEST_YES"] : []),
    ...(late ? ["YES_AFTER_WALK_IN"] : []),
    ...(earlier ? [retroactive.value.reason] : ["FROM_NEXT_MONTH"]),
    "UNTIL_LAST_MONTH",
    band.reasons.topUp,
  ];
}

function oneOffReasons(rules: RuleSet, due: readonly OneOffDue[]): ReasonCode[] {
  const named = new Set(due.map(({ list }) => list));
  return (rules.oneOffs ?? []).flatMap(({ value }) =>
    named.has(value.list) ? [value.reason] : [],
  );
}

function ageReasons(rules: RuleSet, { birthDate }: Facts): ReasonCode[] {
  const ageClass = ageClassOf(rules, birthDate);
  if (ageClass === "unknown") return ["AGE_UNKNOWN"];
  const { upTo, over } = rules.mustReach.ages;
  return [ageClass === over.id ? over.reason : upTo.reason, "AGE_COUNTED"];
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

function menuReasons(rules: RuleSet, { targetGroup }: Facts): ReasonCode[] {
  if (targetGroup === null) return ["NO_TARGET_GROUP"];
  return [...rules.menuReasons[targetGroup], ...rules.everyGroupReasons];
}
