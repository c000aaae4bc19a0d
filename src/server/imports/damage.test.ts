import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DamagedList, damagedList } from "@tests/builders/damaged-lists";
import { seededRandom } from "@tests/builders/random";
import { afterAll, expect, it } from "vitest";
import { buildAreaIndex } from "@/domain/import/areas";
import { guessColumns, missingFields } from "@/domain/import/columns";
import { type RowAnswer, type RowContext, readRow } from "@/domain/import/row";
import { emptySurvey, judge, surveyRow } from "@/domain/import/survey";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { FileRefused } from "./file";
import { type ListFile, openListFile } from "./list-file";

/** A thousand lists with the damage that spreadsheets do: nobody is lost, nobody is swallowed, everything is accounted for. */
const lists = 1000;

const folder = mkdtempSync(join(tmpdir(), "sukjai-damage-"));
afterAll(() => rmSync(folder, { recursive: true }));

const areas = buildAreaIndex([
  { code: "54", name: "แพร่" },
  { code: "5405", name: "เด่นชัย" },
  { code: "540505", name: "ปงป่าหวาย" },
]);

type Judged = { cells: string[]; answer: RowAnswer };

async function judgeAll(file: ListFile): Promise<Judged[] | null> {
  const columns = guessColumns(file.header);
  // A heading that a quote has made unreadable: the officer is asked for its column.
  if (missingFields(columns).length > 0) return null;
  const survey = emptySurvey();
  for await (const { cells } of file.rows()) surveyRow(survey, cells, columns);
  const context: RowContext = {
    rules: ruleSetsOfCode[0],
    columns,
    areas,
    provinceCode: "54",
    seen: new Set(),
    judged: judge(survey, {}),
  };
  const judged: Judged[] = [];
  for await (const { cells } of file.rows())
    judged.push({ cells, answer: readRow(cells, context) });
  return judged;
}

/** Everybody of the list is imported once under his own name, or stands in a row that is rejected. */
function expectNobodyLost({ people }: DamagedList, judged: readonly Judged[]) {
  const holders = judged.flatMap(({ answer }) => (answer.ok ? [answer.holder] : []));
  const rejected = judged.filter(({ answer }) => !answer.ok).map(({ cells }) => cells.join("|"));
  expect(new Set(holders.map(({ nationalId }) => nationalId)).size).toBe(holders.length);
  for (const { id, firstName, lastName } of people) {
    const holder = holders.find(({ nationalId }) => nationalId === id);
    if (holder) expect([holder.firstName, holder.lastName]).toEqual([firstName, lastName]);
    else expect(rejected.some((row) => row.includes(lastName))).toBe(true);
  }
  for (const { nationalId } of holders)
    expect(people.some(({ id }) => id === nationalId)).toBe(true);
}

/** In no text that is stored stands somebody's number or surname but one's own. */
function expectNobodySwallowed({ people }: DamagedList, judged: readonly Judged[]) {
  for (const { answer } of judged) {
    if (!answer.ok) continue;
    const { nationalId, birthDate: _, ...stored } = answer.holder;
    const text = JSON.stringify(stored);
    expect(text).not.toMatch(/\d{13}/);
    for (const { id, lastName } of people)
      if (id !== nationalId) expect(text).not.toContain(`${lastName}"`);
  }
}

it(`accounts for everybody in ${lists} damaged lists`, async () => {
  const random = seededRandom("damaged lists");
  const outcomes = { read: 0, refused: 0, asked: 0 };
  for (let number = 0; number < lists; number += 1) {
    const list = damagedList(random);
    const path = join(folder, `${number}`);
    writeFileSync(path, list.content);
    try {
      const judged = await judgeAll(await openListFile(path, list.name));
      if (judged === null) {
        expect(list.damage).toContain("stray quotes");
        outcomes.asked += 1;
        continue;
      }
      expectNobodyLost(list, judged);
      expectNobodySwallowed(list, judged);
      outcomes.read += 1;
    } catch (error) {
      if (!(error instanceof FileRefused)) {
        const told = `list ${number}: ${list.damage.join(", ")}\n${list.content.toString("utf8").slice(0, 1500)}`;
        throw new Error(told, { cause: error });
      }
      // Only quotes that fit nowhere refuse a list of this kind.
      expect([number, error.fault, list.damage.includes("stray quotes")]).toEqual([
        number,
        expect.stringMatching(/^FILE_(?:QUOTE|TOO_WIDE)/),
        true,
      ]);
      outcomes.refused += 1;
    }
  }
  // A generator whose lists are all refused would prove nothing.
  expect(outcomes.read).toBeGreaterThan(lists * 0.75);
  expect(outcomes.refused).toBeGreaterThan(10);
}, 240_000);
