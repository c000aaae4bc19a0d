import { z } from "zod";
import { banks, projectAgencyCodes } from "@/domain/agencies";
import { causes } from "@/domain/assessment";
import { isIsoDate, isIsoMonth } from "@/domain/calendar";
import { type CitationId, citations } from "@/domain/rules/citations";
import { interpretations } from "@/domain/rules/interpretations";
import { generalReasons } from "@/domain/rules/reasons";
import {
  conditionIds,
  isListCode,
  isProjectCode,
  occupationFields,
  type RuleSet,
  targetGroups,
} from "@/domain/rules/rule-set";

/**
 * A rule set as it is read from a file or the database: the only place that says what is well-formed. It is proven equal to
 * the type `RuleSet` at the end. What is wrong is told by zod's own code, or by a key of the messages `rules`.
 */
const text = z.string().min(1).max(2000);
const day = z.string().refine(isIsoDate, "day");
const month = z.string().refine(isIsoMonth, "month");
const satang = z.int().min(0).max(2_000_000_000);
const baht = z.int().min(0).max(1_000_000);
/** The stored code of a band, an age class or a round. */
const id = z.string().regex(/^[a-z0-9_]{1,40}$/, "id");
const reason = z.string().regex(/^[A-Z0-9_]{2,60}$/, "reasonCode");
const projectCode = z.string().refine(isProjectCode, "projectCode");

const isCitation = (code: unknown): code is CitationId =>
  typeof code === "string" && Object.hasOwn(citations, code);
const isEntry = (number: number) => interpretations.some((entry) => entry.number === number);

const citation = z.custom<CitationId>(isCitation, "citation");
const letter = z.strictObject({
  number: text,
  on: day,
  at: z.string().max(200),
  words: text.optional(),
});
const source = z.union([
  z.strictObject({ citation }),
  z.strictObject({ interpretation: z.int().refine(isEntry, "interpretation") }),
  z.strictObject({ letter }),
]);
const printed = z.union([citation, z.strictObject({ letter })]);

const cited = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, since: day, source });
const inOrder = ({ from, until }: { from: string; until: string }) => from <= until;
const period = z.strictObject({ from: day, until: day }).refine(inOrder, "periodOrder");

const band = z.strictObject({
  id,
  incomeUpToSatang: cited(satang.nullable()),
  monthlyTopUp: cited(baht),
  earlier: z
    .array(cited(z.strictObject({ until: month, monthly: baht })))
    .readonly()
    .optional(),
  reasons: z.strictObject({ income: reason, exactly: reason.optional(), topUp: reason }),
});
const ageGroup = z.strictObject({ id, reason });

const project = z.strictObject({
  name: text,
  dimension: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  dimensionSource: z.enum(["letter", "infographic", "inferred"]),
  alternativeDimension: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
    .optional(),
  agencies: z.array(z.enum(projectAgencyCodes)).min(1).readonly(),
  beside: text.optional(),
  bands: z.array(id).readonly(),
  forWhom: text.optional(),
  conditions: z.array(z.enum(conditionIds)).readonly().optional(),
  callsPeopleUp: z.literal(true).optional(),
  printed: z.array(printed).min(1).readonly(),
  note: text.optional(),
});
const menuRow = z.strictObject({
  project: projectCode,
  category: text,
  alternative: text.optional(),
  confidence: z.enum(["high", "medium", "low"]),
  printed,
});
const remedy = z.strictObject({
  categories: z.array(text).readonly(),
  dimension: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
});
const round = z.strictObject({ id, from: day, until: day }).refine(inOrder, "periodOrder");

const codeOfList = z.string().refine(isListCode, "listCode");
const occupation = z.strictObject({
  name: text,
  field: z.enum(occupationFields),
  group: z.enum(targetGroups),
  was: z.array(codeOfList).readonly().optional(),
});
const skill = z.strictObject({
  name: text,
  field: text,
  was: z.array(codeOfList).readonly().optional(),
});

const topUp = z.strictObject({
  trigger: cited(z.enum(["earliest", "intent", "assessment"])),
  yesCountsFrom: cited(day),
  cutOffDay: cited(z.int().min(1).max(31).nullable()),
  monthsToFirst: cited(z.int().min(0).max(12)),
  lastMonth: cited(month),
  retroactive: cited(z.strictObject({ yesUntil: day, from: month, reason })).optional(),
});
/** The ledger books a sum under the id of its list, beside the months of the top-up. */
const list = id.refine((given) => given !== "top_up", "id");
const oneOff = z.strictObject({ list, name: text, month, baht: baht.min(1), reason });

const byGroup = <Value extends z.ZodType>(value: Value) =>
  z.record(z.enum(targetGroups), value).readonly();
const bank = z.enum(banks);
const noTopUp = z.strictObject({ short: text, interview: text });
const named = z.record(z.string(), text).readonly();

const words = z.strictObject({
  rules: text,
  bands: named,
  ages: z.object({ unknown: text, countedOn: text }).catchall(text).readonly(),
  incomeYear: text,
  incomeCeiling: text,
  mustReach: text,
  rounds: z.record(z.string(), z.strictObject({ name: text, short: text, long: text })).readonly(),
  followUps: text,
  walkIn: z.strictObject({ period: text, month: text }),
  yesCountsFrom: z.strictObject({ short: text, long: text }),
  papers: z
    .tuple(
      [z.strictObject({ from: day, province: text.optional(), reference: text })],
      z.strictObject({ from: day, province: text.optional(), reference: text }),
    )
    .readonly(),
  noTopUp: z
    .object({ NO_YES: noTopUp, BEFORE_WINDOW: noTopUp, SCHEME_ENDED: noTopUp })
    .catchall(noTopUp)
    .readonly(),
});

export const ruleSetSchema = z.strictObject({
  version: day,
  inForceFrom: day,
  source,
  incomeBands: z.tuple([band], band).readonly(),
  incomeCeilingSatang: cited(satang),
  overCeiling: reason,
  topUp,
  oneOffs: z.array(cited(oneOff)).readonly().optional(),
  mustReach: z.strictObject({
    incomeUpToSatang: cited(satang),
    ageUpTo: cited(z.int().min(0).max(150)),
    ageOn: cited(day),
    ages: z.strictObject({ upTo: ageGroup, over: ageGroup }),
  }),
  walkIn: cited(period),
  homeVisits: cited(period),
  fieldworkHolidays: cited(z.array(day).readonly()),
  followUpRounds: cited(z.array(round).readonly()),
  coInterview: cited(
    z.strictObject({
      banks: z.array(bank).readonly(),
      proposedFor: z.record(z.enum([...targetGroups, "unknown"]), bank).readonly(),
    }),
  ),
  projects: z.record(projectCode, project).readonly(),
  projectsAnnounced: cited(z.int().min(0)),
  categories: z.array(text).readonly(),
  menus: byGroup(z.array(menuRow).readonly()),
  menuReasons: byGroup(z.array(reason).readonly()),
  everyGroup: cited(z.array(projectCode).readonly()),
  everyGroupReasons: z.array(reason).readonly(),
  causes: z.record(z.enum(causes), remedy).readonly(),
  occupations: cited(z.record(codeOfList, occupation).readonly()),
  skills: cited(z.record(codeOfList, skill).readonly()),
  reasons: z.looseRecord(z.enum(generalReasons), source).and(z.record(reason, source)).readonly(),
  words,
});

/** The schema and the type say the same: this compiles only while each fits the other. */
type Parsed = z.output<typeof ruleSetSchema>;
type Fits<Wide, _Narrow extends Wide> = true;
export type SchemaIsType = [Fits<RuleSet, Parsed>, Fits<Parsed, RuleSet>];
