import { z } from "zod";
import { isIsoMonth } from "@/domain/calendar";
import { type Decision, decide } from "@/domain/rules/decide";
import { factsReader } from "@/domain/rules/facts";
import type { RuleSet } from "@/domain/rules/rule-set";
import { amountsOf } from "@/domain/rules/top-up";
import { keysOf } from "@/domain/tables";

const month = z.string().refine(isIsoMonth, "month");

/** What a case expects of the answer; what is not given is not looked at. Money is in baht. */
const expected = z
  .strictObject({
    band: z.string(),
    monthly: z.number(),
    from: month,
    until: month,
    months: z.int(),
    total: z.number(),
    /** Why no month is due. */
    none: z.string(),
    outreach: z.enum(["mandatory_visit", "walk_in_done", "voluntary"]),
    /** Projects that the menu offers. */
    offers: z.array(z.string()).readonly(),
    /** Projects that it does not. */
    offersNot: z.array(z.string()).readonly(),
    /** What is due once, in all. */
    once: z.number(),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0, "caseExpectsNothing");

/** A case that is kept with a set, in the words of the policy: the facts as `sukjai decide` reads them, and the answer. */
export const ruleCaseSchema = z.strictObject({
  says: z.string().min(5).max(500),
  facts: z.record(z.string(), z.json()).readonly(),
  expected,
});
export type RuleCase = z.output<typeof ruleCaseSchema>;
export type Expected = RuleCase["expected"];

/** A line of the answer that is not as the case says. */
export type CaseDifference = { field: keyof Expected; expected: string; given: string };
/** `field`: what is wrong with its facts, so that nothing could be decided. */
export type CaseOutcome = { ok: boolean; field?: string; differences: CaseDifference[] };

/** Whether the set answers the case as it says. */
export function outcomeOf(rules: RuleSet, { facts, expected: wanted }: RuleCase): CaseOutcome {
  const read = factsReader([rules])(facts);
  if (!read.ok) return { ok: false, field: read.field, differences: [] };
  const given = answerOf(decide(rules, read.facts));
  const menu = given.menu;
  const { offers = [], offersNot = [], ...lines } = wanted;
  const differences = [
    ...keysOf(lines).flatMap((field) => differing(field, lines[field], given.lines[field])),
    ...offers.flatMap((code) => (menu.includes(code) ? [] : differing("offers", code, undefined))),
    ...offersNot.flatMap((code) => (menu.includes(code) ? differing("offersNot", code, code) : [])),
  ];
  return { ok: differences.length === 0, differences };
}

type Line = string | number | undefined;

function differing(field: keyof Expected, wanted: Line, given: Line): CaseDifference[] {
  if (field !== "offersNot" && wanted === given) return [];
  return [{ field, expected: String(wanted ?? ""), given: String(given ?? "-") }];
}

function answerOf({ band, topUp, outreach, menu, oneOffs }: Decision) {
  const paid = "none" in topUp ? null : topUp;
  const lines: Record<string, Line> = {
    band,
    outreach,
    none: "none" in topUp ? topUp.none : undefined,
    monthly: paid ? amountsOf(paid).at(-1)?.monthly : undefined,
    from: paid?.from,
    until: paid?.until,
    months: paid?.months ?? 0,
    total: paid?.total ?? 0,
    once: (oneOffs ?? []).reduce((sum, { baht }) => sum + baht, 0),
  };
  return { lines, menu: menu.map(({ project }) => project) };
}
