import { maskNationalId } from "@/domain/national-id";
import { phoneOf } from "@/domain/phone";
import type { RuleSet } from "@/domain/rules/rule-set";
import { ageNamed, bandNamed } from "@/domain/rules/rule-words";
import { rulesOn } from "@/domain/rules/sets";
import { formatThaiDateNumeric } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { countHolders } from "@/server/caseload/holders";
import { holdersMatching } from "@/server/caseload/matching";
import { fromDateColumn, programmeDate } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";
import { decryptNationalId } from "@/server/holders/national-id";
import { phoneColumns } from "@/server/holders/phone";
import { ageInRound } from "@/server/holders/search";
import {
  type Cell,
  type ColumnName,
  cellsOf,
  eachByName,
  headersUnder,
  type SheetMaker,
} from "./columns";

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
  searchName: true,
  accountOfficerCode: true,
  accountOfficer: { select: { name: true } },
  subdistrict: { select: { name: true } },
  district: { select: { name: true } },
} satisfies Prisma.HolderSelect;
type Row = Prisma.HolderGetPayload<{ select: typeof select }>;

const date = (value: Date | null): Cell => value && formatThaiDateNumeric(fromDateColumn(value));

type Columns = Partial<Record<ColumnName, (row: Row) => Cell>>;

const columnsBy = (rules: RuleSet): Columns => ({
  nationalId: ({ nationalIdLast4 }) => maskNationalId(nationalIdLast4),
  title: ({ title }) => title,
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  birthDate: ({ birthDate }) => date(birthDate),
  age: (holder) => ageInRound(rules, holder),
  houseNo: ({ houseNo }) => houseNo,
  moo: ({ moo }) => moo,
  subdistrict: ({ subdistrict }) => subdistrict.name,
  district: ({ district }) => district.name,
  phone: phoneOf,
  standing: ({ standing }) => say(`words.standing_${standing}`),
  cohort: (row) => (row.mustReach ? say("words.mustReach") : say("words.voluntary")),
  ageClass: ({ ageClass }) => ageNamed(rules, ageClass),
  incomeBand: ({ incomeBand }) => bandNamed(rules, incomeBand),
  state: (row) => (row.mustReach ? say(`words.state_${row.state}`) : null),
  answer: ({ latestAnswer }) => latestAnswer && say(`words.answer_${latestAnswer}`),
  firstYesOn: ({ firstYesOn }) => date(firstYesOn),
  interviewedOn: ({ interviewedOn }) => date(interviewedOn),
  officerCode: ({ accountOfficerCode }) => accountOfficerCode,
  officer: ({ accountOfficer }) => accountOfficer?.name ?? null,
});
const unmasked: Columns = {
  nationalId: ({ nationalIdEnc, id }) => decryptNationalId(nationalIdEnc, id),
};

/** The holders that the list with the same filter shows, in its order. */
export const holdersSheet: SheetMaker = async (scope, order) => {
  const rules = rulesOn(scope.ruleSets, await programmeDate(scope.tx));
  const shown = { ...columnsBy(rules), ...(order.unmasked ? unmasked : {}) };
  return {
    headers: headersUnder(rules, shown),
    total: await countHolders(scope, order.filter),
    rows: (async function* () {
      for await (const row of eachByName<Row>((page) =>
        scope.tx.holder.findMany({
          ...page,
          where: { AND: [holdersMatching(scope, order.filter), page.where] },
          select,
        }),
      ))
        yield cellsOf(shown, row);
    })(),
  };
};
