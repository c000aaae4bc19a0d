import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { peopleOfSubdistrict, personNumber, type SyntheticPerson } from "@tests/builders/people";
import { type Random, seededRandom } from "@tests/builders/random";
import { districtOf, provinceOf } from "@/domain/areas";
import { decisionOfYes } from "@/domain/assessment/entitlement-decision";
import type { IsoDate } from "@/domain/calendar";
import type { MinistrySource } from "@/domain/ministry";
import { ageClassOf, isIn, isReached } from "@/domain/rules/outreach";
import type { RuleSet } from "@/domain/rules/rule-set";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";
import { bandOf } from "@/domain/rules/top-up";
import { decisionColumns } from "@/server/entitlements/decide";
import { copyLine } from "@/server/imports/staging";
import { holderRow } from "../holders";
import { formsOfYes } from "./forms";
import { answerOf, type NationAnswer, type NationYes } from "./says-yes";
import type { DistrictPlan } from "./table";

/** When the Ministry's lists came. */
export const listedOn = "2018-01-22";

/** What the rows of every district need to know. */
export type NationContext = {
  seed: string;
  yes: NationYes;
  rules: RuleSet;
  ruleSets: RuleSets;
  /** The province with casework. */
  home: string;
  /** Who recorded the answers of a district. */
  recordersOf: (districtCode: string) => readonly string[];
};

/** The lines of COPY for a district, by table. */
export type DistrictLines = Record<
  | "holder"
  | "holder_income"
  | "intent"
  | "entitlement_decision"
  | "ministry_entry"
  | "journey"
  | "last_act",
  string[]
>;

/** A UUID that stands for these words: the same in every run. */
export function uuidOf(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const batchIdOf = (provinceCode: string) => uuidOf(`nation batch ${provinceCode}`);
const intentIdOf = (holderId: string) => uuidOf(`nation intent ${holderId}`);
export const placeIdOf = (districtCode: string) => uuidOf(`nation place ${districtCode}`);
export const deskIdOf = (districtCode: string, on: string) =>
  uuidOf(`nation desk ${districtCode} ${on}`);

const holderColumns = [
  ...["id", "province_code", "district_code", "subdistrict_code", "moo", "house_no"],
  ...["national_id_enc", "national_id_index", "national_id_last4", "title", "first_name"],
  ...["last_name", "birth_date", "birth_date_precision", "ministry_phone", "ministry_occupation"],
  ...["income_2559_satang", "search_name", "created_batch_id", "changed_batch_id"],
] as const;
const derivedColumns = [
  ...["rules_version", "income_in_force_satang", "age_class", "income_band", "must_reach"],
  ...["latest_answer", "first_yes_on", "answer_state", "phone", "furthest"],
];
const decisionNames = [
  ...[
    "holder_id",
    "province_code",
    "intent_id",
    "assessment_id",
    "yes_on",
    "rules_version",
    "facts",
  ],
  ...[
    "reasons",
    "none",
    "first_month",
    "last_month",
    "months",
    "satang_a_month",
    "satang",
    "parts",
  ],
] as const;
/** The columns that the lines have, by table. */
export const nationColumns: Record<keyof DistrictLines, readonly string[]> = {
  holder: [...holderColumns, ...derivedColumns],
  holder_income: ["holder_id", "batch_id", "province_code", "income_2559_satang"],
  intent: [
    ...["id", "holder_id", "province_code", "district_code", "recorded_district_code", "desk_id"],
    ...["place_name", "answer", "reason", "intent_on", "consent_financial", "consent_contact"],
    ...["consent_text_version", "signed_by", "phone", "receipt_number", "recorded_by_id"],
    "recorded_on",
  ],
  entitlement_decision: ["id", ...decisionNames, "decided_on"],
  ministry_entry: [
    ...["id", "kind", "source_id", "holder_id", "province_code", "district_code", "occurred_on"],
  ],
  journey: [
    ...["holder_id", "province_code", "district_code", "must_reach", "counted"],
    ...["listed_on", "met_on"],
  ],
  last_act: ["holder_id", "at"],
};

/** The people of a district as the database has them after the list and their answers, made from the seed alone. */
export async function linesOfDistrict(
  context: NationContext,
  plan: DistrictPlan,
): Promise<DistrictLines> {
  const lines: DistrictLines = {
    holder: [],
    holder_income: [],
    intent: [],
    entitlement_decision: [],
    ministry_entry: [],
    journey: [],
    last_act: [],
  };
  const firstNumber = seededRandom(`${context.seed} numbers`).int(0, 9_999_999);
  const recorders = context.recordersOf(plan.districtCode);
  for (const { subdistrictCode, cells, from } of plan.subdistricts) {
    // Meanwhile what is written already can leave for the database.
    await setImmediate();
    const people = peopleOfSubdistrict(
      seededRandom(`${context.seed} ${subdistrictCode}`),
      subdistrictCode,
      cells,
      (place) => personNumber(firstNumber, from + place),
    );
    // Apart from the people: they are the same whoever of them says yes.
    const random = seededRandom(`${context.seed} fates ${subdistrictCode}`);
    let nth = from;
    for (const person of people) {
      addPerson(lines, context, person, nth, random, recorders);
      nth += 1;
    }
  }
  return lines;
}

/** Ascending in the order of the list, so that the primary key grows at its end; the other digits are the seed's. */
function holderIdOf(nth: number, random: Random): string {
  const ordered = (0x0160_0000_0000 + nth).toString(16).padStart(12, "0");
  return `${ordered.slice(0, 8)}-${ordered.slice(8)}-8${random.uuid().slice(15)}`;
}

function addPerson(
  lines: DistrictLines,
  context: NationContext,
  person: SyntheticPerson,
  nth: number,
  random: Random,
  recorders: readonly string[],
) {
  const { rules, yes, home } = context;
  const provinceCode = provinceOf(person.subdistrictCode);
  const row = holderRow(person, { id: holderIdOf(nth, random), batchId: batchIdOf(provinceCode) });
  const satang = row.income_2559_satang;
  // As the database: without a birth date nobody is known to be over the age.
  const { upTo } = rules.mustReach.ages;
  const ageClass = person.birthDate ? ageClassOf(rules, person.birthDate) : upTo.id;
  const mustReach = isReached(rules, satang, ageClass);
  const given = answerOf(yes, random, { mustReach, home: provinceCode === home });
  lines.holder.push(
    copyLine([
      ...holderColumns.map((column) => row[column]),
      ...[rules.version, satang, ageClass, bandOf(rules, satang).id, mustReach ? "t" : "f"],
      given?.answer ?? null,
      given?.answer === "yes" ? given.on : null,
      answerStateOf(rules, given),
      given && row.ministry_phone,
      given ? "met" : "listed",
    ]),
  );
  lines.holder_income.push(
    copyLine([row.id, row.created_batch_id, row.province_code, row.income_2559_satang]),
  );
  if (!given) return;
  const number = lines.intent.length;
  lines.intent.push(
    intentLine(given, random, {
      holderId: row.id,
      districtCode: districtOf(person.subdistrictCode),
      phone: row.ministry_phone,
      number: number + 1,
      recorder: recorders[number % recorders.length] ?? "",
      atDesk: provinceCode === home && yes !== "must-reach-april",
    }),
  );
  lines.journey.push(journeyLine(row.id, person.subdistrictCode, mustReach, given.on));
  lines.last_act.push(copyLine([row.id, `${given.on} 10:00:00+07`]));
  const entry =
    given.answer === "yes"
      ? (["wish", row.id] as const)
      : (["decline", intentIdOf(row.id)] as const);
  lines.ministry_entry.push(ministryLine(entry, row.id, person.subdistrictCode, given.on));
  if (given.answer === "yes")
    lines.entitlement_decision.push(
      decisionLine(context, {
        id: row.id,
        provinceCode,
        yesOn: given.on,
        satang,
        birthDate: row.birth_date,
      }),
    );
}

/** Who has come to a desk: from the list until that day. */
function journeyLine(id: string, subdistrictCode: string, mustReach: boolean, metOn: IsoDate) {
  const areas = [provinceOf(subdistrictCode), districtOf(subdistrictCode)];
  return copyLine([id, ...areas, mustReach ? "t" : "f", "t", listedOn, metOn]);
}

/** The decision of the yes at the desk, by the product's own rules. */
function decisionLine(
  { ruleSets }: NationContext,
  of: {
    id: string;
    provinceCode: string;
    yesOn: IsoDate;
    satang: number;
    birthDate: IsoDate | null;
  },
): string {
  const { yesOn } = of;
  const decision = decisionOfYes(rulesOn(ruleSets, yesOn), formsOfYes(of, null), yesOn);
  const row = decisionColumns(of, { ...decision, yesOn }, { intent: intentIdOf(of.id) });
  const values = {
    ...row,
    facts: JSON.stringify(row.facts),
    reasons: `{${row.reasons.join()}}`,
    parts: row.parts && JSON.stringify(row.parts),
  };
  return copyLine([
    uuidOf(`nation decision ${of.id}`),
    ...decisionNames.map((name) => values[name]),
    yesOn,
  ]);
}

/** What the Ministry is told of an answer at the desk, as the triggers enter it. */
function ministryLine(
  [kind, source]: readonly [MinistrySource, string],
  holderId: string,
  subdistrictCode: string,
  on: IsoDate,
): string {
  const areas = [provinceOf(subdistrictCode), districtOf(subdistrictCode)];
  return copyLine([source, kind, source, holderId, ...areas, on]);
}

/** The state that `app.answer_state_of` gives an answer at a desk. */
function answerStateOf(rules: RuleSet, given: NationAnswer | null): string | null {
  if (given?.answer === "no") return "declined";
  return given && isIn(rules.walkIn.value, given.on) ? "met_in_february" : null;
}

const noReasons = ["อายุมาก", "มีงานทำแล้ว", "ไม่มีเวลา", "ต้องดูแลคนในครอบครัว", "สุขภาพไม่แข็งแรง"];
/** Where the answers were given, by whether a desk of the district took them. */
export const hallName = "หอประชุมที่ว่าการอำเภอ";
const atHome = "ที่บ้านของผู้มีบัตร";

function intentLine(
  { answer, on }: NationAnswer,
  random: Random,
  of: {
    holderId: string;
    districtCode: string;
    phone: string | null;
    number: number;
    recorder: string;
    atDesk: boolean;
  },
): string {
  const { districtCode } = of;
  return copyLine([
    ...[intentIdOf(of.holderId), of.holderId, provinceOf(districtCode)],
    ...[districtCode, districtCode, of.atDesk ? deskIdOf(districtCode, on) : null],
    on < "2018-03-01" ? hallName : atHome,
    ...[answer, answer === "no" ? random.pick(noReasons) : null, on],
    ...[answer === "yes" && random.chance(0.93) ? "t" : "f", random.chance(0.97) ? "t" : "f"],
    ...["2018-02", "signature", of.phone],
    `${districtCode}-${String(of.number).padStart(6, "0")}`,
    ...[of.recorder, on],
  ]);
}
