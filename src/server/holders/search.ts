import { createHmac } from "node:crypto";
import { ageToday, type Births } from "@/domain/age";
import type { IsoDate } from "@/domain/calendar";
import { nameQueryKey, surnameLast } from "@/domain/names";
import { nationalIdFault, nationalIdWithin, normalizeNationalId } from "@/domain/national-id";
import { nearNames } from "@/domain/near-names";
import { can, mayEver, reachOf } from "@/domain/policy";
import { tidyThai, toArabicDigits } from "@/domain/thai";
import { listSubdistricts } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { env } from "@/server/env";
import { Prisma } from "@/server/generated/prisma/client";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { nationalIdIndex } from "./national-id";

/** How many holders one search shows; with more, the page asks for more letters. */
const most = 30;
/** Among how many people of one name or surname a likeness is looked for. */
const mostAlike = 300;

/** A holder as a search shows them; never the income. `elsewhere`: another district, found by full ID only. */
export type FoundHolder = {
  id: string;
  name: string;
  age: number | null;
  moo: number | null;
  houseNo: string | null;
  subdistrict: string | null;
  district: string;
  idLastFour: string;
  /** The latest counted answer. */
  answer: "yes" | "no" | null;
  /** A back-dated form waits for its confirmation; only desks get this. */
  pending: boolean;
  /** Recorded as dead, and whether an answer since then waits to be checked; only desks get this. */
  death: { on: IsoDate; answered: boolean } | null;
  elsewhere: boolean;
};

export type SearchAnswer =
  | { kind: "id"; holders: FoundHolder[] }
  | { kind: "name"; holders: FoundHolder[]; more: boolean }
  /** Nearly so called: of one village, or else those who have exactly one of the two names. */
  | { kind: "near"; within: "village" | "name"; holders: FoundHolder[] }
  | { kind: "other_province"; province: string }
  | { kind: "too_short"; least: 2 | 3 }
  | { kind: "bad_id"; fault: "ID_DAMAGED" | "ID_CHECK_DIGIT"; digits: number };

/** One village, in which similar names may be searched; with a house number also its household. */
export type Village = { subdistrictCode: string; moo: number; houseNo?: string };

/**
 * Finds holders by the text of the search box: thirteen digits (spaces, hyphens, Thai digits allowed) in the actor's reach
 * and, for a desk, in the province; or a name in the actor's reach, from its beginning (two letters; three in a whole
 * province) or any part of it (three letters); or the number of a receipt, which its QR code gives. Matches are exact;
 * where there is none, the surname first or one name with a wrong letter; with a village, the similar names of that village.
 * Who is about to register an ID (`registering`) is told the other province that has it.
 * Each search is audited with an HMAC of its words and the number of results.
 */
export async function searchHolders(
  scope: Scoped,
  words: string,
  village?: Village,
  registering = false,
): Promise<SearchAnswer> {
  const today = await programmeDate(scope.tx);
  const answer = await withPending(
    scope,
    await answerTo({ ...scope, today, registering }, words, village),
  );
  const count = "holders" in answer ? answer.holders.length : 0;
  const term = createHmac("sha256", Buffer.from(env().INDEX_KEY, "base64"))
    .update(`search|${nameQueryKey(words)}`)
    .digest("hex");
  auditRead(
    scope,
    "holder.search",
    { type: "search", id: null },
    { kind: answer.kind, term, count },
  );
  return answer;
}

/** A desk must know of forms that wait, or it would take the same form again, and of whom the register records as dead. */
async function withPending({ tx, actor }: Scoped, answer: SearchAnswer): Promise<SearchAnswer> {
  if (!("holders" in answer) || !mayEver(actor, "holder.lookup")) return answer;
  const ids = answer.holders.map(({ id }) => id);
  const rows = await tx.$queryRaw<
    { id: string; pending: boolean; answered: boolean; died_on: Date | null }[]
  >`
    SELECT h.id, app.recorded_death(h.id) AS died_on,
      EXISTS (SELECT FROM app.desk_answers(h.id) a WHERE a.confirmation = 'pending') AS pending,
      EXISTS (SELECT FROM app.desk_answers(h.id) a WHERE a.after_death IS NOT NULL) AS answered
    FROM unnest(${ids}::uuid[]) AS h(id)`;
  const known = new Map(rows.map((row) => [row.id, row]));
  const holders = answer.holders.map((holder) => {
    const { pending = false, answered = false, died_on = null } = known.get(holder.id) ?? {};
    return { ...holder, pending, death: died_on && { on: fromDateColumn(died_on), answered } };
  });
  return { ...answer, holders };
}

/** A search on a day, on which ages are counted. */
type Searching = Scoped & { today: IsoDate; registering: boolean };

async function answerTo(scope: Searching, words: string, village?: Village): Promise<SearchAnswer> {
  const receipt = /^\d{4}-\d{6}$/.exec(toArabicDigits(tidyThai(words)))?.[0];
  if (receipt) return { kind: "id", holders: await findByReceipt(scope, receipt) };
  const digits = nationalIdWithin(words) ?? normalizeNationalId(words);
  if (/\d{5}/.test(digits) && !/[ก-๛a-z]/i.test(digits)) return answerToId(scope, digits);
  if (village) {
    const holders = await listNearNames(scope, words, village);
    return { kind: "near", within: "village", holders };
  }
  const key = nameQueryKey(words);
  // In a whole province two letters would match thousands.
  const least = reachOf(scope.actor, "holder.search") === "province" ? 3 : 2;
  if ([...key].length < least) return { kind: "too_short", least };
  const exact = await findByName(scope, key);
  return exact.holders.length > 0 ? exact : ((await writtenOtherwise(scope, words)) ?? exact);
}

async function answerToId(scope: Searching, digits: string): Promise<SearchAnswer> {
  const fault = nationalIdFault(digits);
  if (fault && fault !== "ID_MISSING") return { kind: "bad_id", fault, digits: digits.length };
  const holders = await findByNationalId(scope, digits);
  const province = holders.length === 0 ? await provinceThatHas(scope, digits) : null;
  return province ? { kind: "other_province", province } : { kind: "id", holders };
}

/** Nobody is called so: the surname may have been written first, or one of the two names with a wrong letter. */
async function writtenOtherwise(scope: Searching, words: string): Promise<SearchAnswer | null> {
  const reversed = surnameLast(words);
  if (!reversed) return null;
  const turned = await findByName(scope, nameQueryKey(reversed));
  if (turned.holders.length > 0) return turned;
  // Only among those who are called exactly so by one of the two: any other likeness is asked for in one village.
  const parts = reversed.split(" ").filter((part) => [...part].length >= 3);
  const named = new Map<string, OwnRow>();
  for (const part of parts)
    for (const row of await rowsNamed(scope, nameQueryKey(part), mostAlike)) named.set(row.id, row);
  const people = [...named.values()];
  const alike = [...new Set([...nearNames(words, people), ...nearNames(reversed, people)])];
  if (alike.length === 0) return null;
  const holders = alike.slice(0, 10).map((row) => found(scope, row));
  return { kind: "near", within: "name", holders };
}

const columns = {
  id: true,
  title: true,
  firstName: true,
  lastName: true,
  birthDate: true,
  correctedBirthDate: true,
  moo: true,
  houseNo: true,
  nationalIdLast4: true,
  latestAnswer: true,
  subdistrict: { select: { name: true } },
  district: { select: { name: true } },
} as const;

/** The actor's reach first; only then, for a desk, the rest of the province with few facts. */
async function findByNationalId(scope: Searching, digits: string): Promise<FoundHolder[]> {
  const { tx, actor } = scope;
  const index = nationalIdIndex(digits);
  const own = await tx.holder.findFirst({
    where: { AND: [holdersFor(actor, "holder.search"), { nationalIdIndex: index }] },
    select: columns,
  });
  if (own) return [found(scope, own)];
  if (!mayEver(actor, "holder.lookup")) return [];
  const [row] = await tx.$queryRaw<Elsewhere[]>`SELECT * FROM app.lookup_in_province(${index})`;
  return row ? [await foundElsewhere(scope, row)] : [];
}

/** The other province on whose list an ID is: told only to who registers it, so that they can say where to go. */
async function provinceThatHas({ tx, actor, registering }: Searching, digits: string) {
  if (!registering || !mayEver(actor, "registration.record")) return null;
  const index = nationalIdIndex(digits);
  const [known] = await tx.$queryRaw<
    { own: boolean; province: string }[]
  >`SELECT own, province FROM app.id_known(${index})`;
  return known && !known.own ? known.province : null;
}

/** The holder of a receipt that the actor's district gave out, or of a form that the actor may read. */
async function findByReceipt(scope: Searching, receiptNumber: string): Promise<FoundHolder[]> {
  const { tx, actor } = scope;
  if (!mayEver(actor, "intent.read")) return [];
  const intent = await tx.intent.findUnique({
    where: { receiptNumber },
    select: { holderId: true },
  });
  if (!intent) return [];
  const own = await tx.holder.findFirst({
    where: { AND: [holdersFor(actor, "holder.search"), { id: intent.holderId }] },
    select: columns,
  });
  if (own) return [found(scope, own)];
  if (!mayEver(actor, "holder.lookup")) return [];
  const [row] = await tx.$queryRaw<
    Elsewhere[]
  >`SELECT * FROM app.lookup_by_id(${intent.holderId}::uuid)`;
  return row ? [await foundElsewhere(scope, row)] : [];
}

/** What the definer function returns of a holder of another district of the province. */
type Elsewhere = {
  id: string;
  title: string;
  first_name: string;
  last_name: string;
  birth_date: Date | null;
  district_code: string;
  latest_answer: string | null;
  national_id_last4: string;
};

async function foundElsewhere(scope: Searching, row: Elsewhere): Promise<FoundHolder> {
  auditRead(
    scope,
    "holder.lookup",
    { type: "holder", id: row.id },
    { district: row.district_code },
  );
  const district = await scope.tx.district.findUniqueOrThrow({
    where: { code: row.district_code },
  });
  return {
    id: row.id,
    name: fullName(row.title, row.first_name, row.last_name),
    age: ageNow({ birthDate: row.birth_date }, scope.today),
    moo: null,
    houseNo: null,
    subdistrict: null,
    district: district.name,
    idLastFour: row.national_id_last4,
    answer: answerOf(row.latest_answer),
    pending: false,
    death: null,
    elsewhere: true,
  };
}

const order = new Intl.Collator("th");

async function findByName(
  scope: Searching,
  key: string,
): Promise<Extract<SearchAnswer, { kind: "name" }>> {
  const rows = await rowsNamed(scope, key, most + 1);
  const holders = rows
    .slice(0, most)
    .sort((a, b) => order.compare(a.firstName + a.lastName, b.firstName + b.lastName))
    .map((row) => found(scope, row));
  return { kind: "name", holders, more: rows.length > most };
}

type NamedRow = Omit<OwnRow, "subdistrict" | "district"> & {
  subdistrict: string;
  district: string;
  provinceCode: string;
  districtCode: string;
  accountOfficerId: string | null;
};

/**
 * Who is called so, in the order of the search key. Found and read in one statement, the commonest of the product: the rows are
 * those that row security shows, and each is asked of the policy.
 */
async function rowsNamed({ tx, actor }: Searching, key: string, limit: number): Promise<OwnRow[]> {
  // Desks may not read who cares for a holder.
  const mine = reachOf(actor, "holder.search") === "caseload";
  const officer = mine ? Prisma.sql`h.account_officer_id` : Prisma.sql`NULL::uuid`;
  const rows = await tx.$queryRaw<NamedRow[]>`
    SELECT h.id, h.title, h.first_name AS "firstName", h.last_name AS "lastName", h.birth_date AS "birthDate",
      h.corrected_birth_date AS "correctedBirthDate", h.moo, h.house_no AS "houseNo", h.national_id_last4 AS "nationalIdLast4",
      h.latest_answer AS "latestAnswer", s.name AS subdistrict, d.name AS district, h.province_code AS "provinceCode",
      h.district_code AS "districtCode", ${officer} AS "accountOfficerId"
    FROM holder h JOIN subdistrict s ON s.code = h.subdistrict_code JOIN district d ON d.code = h.district_code
    WHERE h.id = ANY (ARRAY(SELECT f.id FROM app.search_holders(${key}, ${limit}) f))
    ORDER BY h.search_name, h.id`;
  return rows
    .filter((row) => can(actor, "holder.search", { type: "holder", ...row }))
    .map(({ subdistrict, district, ...row }) => ({
      ...row,
      subdistrict: { name: subdistrict },
      district: { name: district },
    }));
}

/** Reads the whole village (a few hundred people at most) and compares here, in a plain, tested function. */
async function listNearNames(
  scope: Searching,
  words: string,
  village: Village,
): Promise<FoundHolder[]> {
  const people = await scope.tx.holder.findMany({
    where: {
      AND: [
        holdersFor(scope.actor, "holder.search"),
        { subdistrictCode: village.subdistrictCode, moo: village.moo },
      ],
    },
    select: columns,
    orderBy: [{ searchName: "asc" }, { id: "asc" }],
    take: 3000,
  });
  const near = nearNames(words, people).slice(0, 10);
  const { houseNo } = village;
  const household = houseNo
    ? people.filter((row) => row.houseNo === houseNo && !near.includes(row)).slice(0, 20)
    : [];
  return [...near, ...household].map((row) => found(scope, row));
}

type OwnRow = {
  id: string;
  title: string;
  firstName: string;
  lastName: string;
  birthDate: Date | null;
  correctedBirthDate: Date | null;
  moo: number | null;
  houseNo: string | null;
  nationalIdLast4: string;
  latestAnswer: string | null;
  subdistrict: { name: string };
  district: { name: string };
};

function found({ today }: Searching, row: OwnRow): FoundHolder {
  return {
    id: row.id,
    name: fullName(row.title, row.firstName, row.lastName),
    age: ageNow(row, today),
    moo: row.moo,
    houseNo: row.houseNo,
    subdistrict: row.subdistrict.name,
    district: row.district.name,
    idLastFour: row.nationalIdLast4,
    answer: answerOf(row.latestAnswer),
    pending: false,
    death: null,
    elsewhere: false,
  };
}

/** `นางคำปัน อินต๊ะวงศ์`; a surname may be missing. */
export function fullName(title: string, firstName: string, lastName: string): string {
  return `${title}${firstName} ${lastName}`.trim();
}

type BirthColumns = { birthDate: Date | null; correctedBirthDate?: Date | null };

const birthsOf = ({ birthDate, correctedBirthDate = null }: BirthColumns): Births => ({
  birthDate: birthDate && fromDateColumn(birthDate),
  correctedBirthDate: correctedBirthDate && fromDateColumn(correctedBirthDate),
});

/** อายุ, as every page shows it: `ageToday` of a row. */
export function ageNow(row: BirthColumns, today: IsoDate): number | null {
  return ageToday(birthsOf(row), today);
}

function answerOf(stored: string | null): "yes" | "no" | null {
  return stored === "yes" || stored === "no" ? stored : null;
}

/** The subdistricts in which near names may be asked for: an account officer may care for people of two districts. */
export function listFindable({ tx, actor }: Scoped) {
  const { provinceCode, districtCode } = actor;
  const area =
    reachOf(actor, "holder.search") === "district"
      ? { districtCode: districtCode ?? "" }
      : { provinceCode: provinceCode ?? "" };
  return listSubdistricts(area, tx);
}
export type FindableAreas = Awaited<ReturnType<typeof listFindable>>;
