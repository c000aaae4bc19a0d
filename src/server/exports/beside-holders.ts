import { entitlementOfPerson, type PersonsEntitlement } from "@/domain/entitlement-sums";
import { type CodeListName, codeNamed, codeUnder } from "@/domain/rules/code-lists";
import type { RuleSet } from "@/domain/rules/rule-set";
import { rulesOfVersion } from "@/domain/rules/sets";
import type { Scoped } from "@/server/scope";

/** What stands beside a holder's own row in a file: what is due, and what the latest interview that counts says. */
export type BesideHolder = {
  due: PersonsEntitlement | null;
  /** Codes of the list in force, of what it maps, and the words of the list by which it was asked; null: not answered. */
  occupation: Coded | null;
  skills: Coded | null;
};
export type Coded = { codes: string; words: string };

type Row = {
  id: string;
  due: { from: string; until: string; satang: string }[] | null;
  rulesVersion: string | null;
  occupation: string | null;
  skills: string[] | null;
};

/** It of each of some holders, in one statement. */
export async function besideHolders(
  { tx, ruleSets }: Scoped,
  ids: readonly string[],
  rules: RuleSet,
): Promise<ReadonlyMap<string, BesideHolder>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT h.id, e.due, a.rules_version AS "rulesVersion", a.answers->>'occupation' AS occupation, a.answers->'skills' AS skills
    FROM unnest(${[...ids]}::uuid[]) AS h(id)
      LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('from', first_month, 'until', last_month, 'satang', satang_a_month::text)
        ORDER BY first_month) AS due FROM entitlement WHERE holder_id = h.id) e ON true
      LEFT JOIN LATERAL (SELECT rules_version, answers FROM assessment WHERE holder_id = h.id AND counts
        ORDER BY interviewed_on DESC LIMIT 1) a ON true`;
  const coded = (list: CodeListName, { rulesVersion }: Row, codes: readonly string[]) => {
    if (!rulesVersion || codes.length === 0) return null;
    const from = rulesOfVersion(ruleSets, rulesVersion);
    const now = codes.flatMap((code) => codeUnder(ruleSets, list, code, { from, to: rules }) ?? []);
    return {
      codes: [...new Set(now)].join(", "),
      words: codes.map((code) => codeNamed(from, list, code)).join(", "),
    };
  };
  return new Map(
    rows.map((row) => [
      row.id,
      {
        due: dueOf(row),
        occupation: coded("occupations", row, row.occupation === null ? [] : [row.occupation]),
        skills: coded("skills", row, row.skills ?? []),
      },
    ]),
  );
}

const dueOf = ({ due }: Row) =>
  entitlementOfPerson(
    (due ?? []).map(({ from, until, satang }) => ({
      firstMonth: from,
      lastMonth: until,
      satangAMonth: BigInt(satang),
    })),
  );
