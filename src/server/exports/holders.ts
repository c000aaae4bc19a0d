import { ageCounted } from "@/domain/age";
import { maskNationalId } from "@/domain/national-id";
import { phoneOf } from "@/domain/phone";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ageNamed, bandNamed } from "@/domain/rules/rule-words";
import { rulesOn } from "@/domain/rules/sets";
import { formatThaiMonthOfYear } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { listDistrictNames, listSubdistricts } from "@/server/areas/queries";
import { countHolders } from "@/server/caseload/holders";
import { holdersMatching } from "@/server/caseload/matching";
import { programmeDate } from "@/server/clock";
import { type ReadRow, streamRows } from "@/server/cursor";
import type { Prisma } from "@/server/generated/prisma/client";
import { decryptNationalId } from "@/server/holders/national-id";
import { phoneColumns } from "@/server/holders/phone";
import type { Scoped } from "@/server/scope";
import { type BesideHolder, besideHolders } from "./beside-holders";
import {
  type Cell,
  type ColumnName,
  cellsOf,
  dayCell,
  headersUnder,
  type SheetMaker,
} from "./columns";

/** Columns of the holder's own row only: names of areas and officers are few and are looked up once. */
const select = {
  id: true,
  nationalIdLast4: true,
  nationalIdEnc: true,
  title: true,
  firstName: true,
  lastName: true,
  birthDate: true,
  correctedBirthDate: true,
  houseNo: true,
  moo: true,
  ...phoneColumns,
  ageClass: true,
  incomeBand: true,
  mustReach: true,
  standing: true,
  state: true,
  latestAnswer: true,
  firstYesOn: true,
  interviewedOn: true,
  accountOfficerCode: true,
  accountOfficerId: true,
  subdistrictCode: true,
  districtCode: true,
} satisfies Prisma.HolderSelect;
type Row = ReadRow<Prisma.HolderGetPayload<{ select: typeof select }>> & {
  beside: BesideHolder | undefined;
};

type Columns = Partial<Record<ColumnName, (row: Row) => Cell>>;

const columnsBy = (rules: RuleSet, { areas, officers }: Names): Columns => ({
  nationalId: ({ nationalIdLast4 }) => maskNationalId(nationalIdLast4),
  title: ({ title }) => title,
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  birthDate: ({ birthDate }) => dayCell(birthDate),
  age: (births) => ageCounted(births, rules),
  houseNo: ({ houseNo }) => houseNo,
  moo: ({ moo }) => moo,
  subdistrict: ({ subdistrictCode }) => areas.get(subdistrictCode) ?? null,
  district: ({ districtCode }) => areas.get(districtCode) ?? null,
  phone: phoneOf,
  standing: ({ standing }) => standingOf(standing),
  cohort: (row) => cohortOf(row.mustReach),
  ageClass: ({ ageClass }) => ageNamed(rules, ageClass),
  incomeBand: ({ incomeBand }) => bandNamed(rules, incomeBand),
  state: (row) => (row.mustReach ? stateOf(row.state) : null),
  answer: ({ latestAnswer }) => latestAnswer && answerOf(latestAnswer),
  firstYesOn: ({ firstYesOn }) => dayCell(firstYesOn),
  interviewedOn: ({ interviewedOn }) => dayCell(interviewedOn),
  occupation: ({ beside }) => beside?.occupation?.words ?? null,
  occupationCode: ({ beside }) => beside?.occupation?.codes || null,
  skills: ({ beside }) => beside?.skills?.words ?? null,
  skillCodes: ({ beside }) => beside?.skills?.codes || null,
  dueRate: ({ beside }) => beside?.due?.rate ?? null,
  dueFrom: ({ beside }) => (beside?.due ? formatThaiMonthOfYear(beside.due.from) : null),
  dueUntil: ({ beside }) => (beside?.due ? formatThaiMonthOfYear(beside.due.until) : null),
  dueMonths: ({ beside }) => beside?.due?.months ?? null,
  dueTotal: ({ beside }) => beside?.due?.totalBaht ?? null,
  officerCode: ({ accountOfficerCode }) => accountOfficerCode,
  officer: ({ accountOfficerId }) => officers.get(accountOfficerId ?? "") ?? null,
});
/** A text for each code, looked up once in a process: a file asks for it in every row. */
function textBy<Code>(text: (code: Code) => string): (code: Code) => string {
  const texts = new Map<Code, string>();
  return (code) => {
    const known = texts.get(code) ?? text(code);
    texts.set(code, known);
    return known;
  };
}
const standingOf = textBy((code: Row["standing"]) => say(`words.standing_${code}`));
const cohortOf = textBy((must: boolean) => say(must ? "words.mustReach" : "words.voluntary"));
const stateOf = textBy((code: Row["state"]) => say(`words.state_${code}`));
const answerOf = textBy((code: NonNullable<Row["latestAnswer"]>) => say(`words.answer_${code}`));
const unmasked: Columns = {
  nationalId: ({ nationalIdEnc, id }) => decryptNationalId(nationalIdEnc, id),
};

type Names = { areas: ReadonlyMap<string, string>; officers: ReadonlyMap<string, string> };

/** The names of the province's areas by code, and of its officers by id, as the reader may see them. */
async function namesOf({ tx, actor }: Scoped): Promise<Names> {
  const subdistricts = await listSubdistricts({ provinceCode: actor.provinceCode ?? "" }, tx);
  const districts = await listDistrictNames(actor.provinceCode ?? "", tx);
  const officers = await tx.officer.findMany({ select: { id: true, name: true } });
  return {
    areas: new Map([
      ...subdistricts.map(({ code, name }) => [code, name] as const),
      ...Object.entries(districts),
    ]),
    officers: new Map(officers.map(({ id, name }) => [id, name])),
  };
}

/** The holders that the list with the same filter shows, in its order. */
export const holdersSheet: SheetMaker = async (scope, order) => {
  const rules = rulesOn(scope.ruleSets, await programmeDate(scope.tx));
  const named = columnsBy(rules, await namesOf(scope));
  const shown = { ...named, ...(order.unmasked ? unmasked : {}) };
  const where = holdersMatching(scope, order.filter);
  return {
    headers: headersUnder(rules, shown),
    total: await countHolders(scope, order.filter),
    pages: (async function* () {
      const pages = streamRows(scope, (tx) =>
        tx.holder.findMany({ where, select, orderBy: [{ searchName: "asc" }, { id: "asc" }] }),
      );
      for await (const people of pages) {
        const beside = await besideHolders(
          scope,
          people.map(({ id }) => id),
          rules,
        );
        yield people.map((row) => cellsOf(shown, { ...row, beside: beside.get(row.id) }));
      }
    })(),
  };
};
