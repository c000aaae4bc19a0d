import { randomUUID } from "node:crypto";
import { type HolderRow, type Row, type World, who } from "./world";

type Keep = (table: string, row: Row) => Promise<void>;

/** The run of a month of a province. */
export const monthRunRow = (province: string, number: number, month = "2018-03-01"): Row => ({
  id: randomUUID(),
  province_code: province,
  number,
  month,
});

export const monthRunStepRow = (run: Row, by: string, overrides: Row = {}): Row => ({
  id: randomUUID(),
  run_id: run.id,
  province_code: run.province_code,
  step: "calculating",
  happened_on: "2018-03-05",
  recorded_by_id: by,
  ...overrides,
});

/** What was due of the run's month, by a decision of its holder. */
export const ledgerEntryRow = (run: Row, { districtCode }: HolderRow, decision: Row): Row => ({
  holder_id: decision.holder_id,
  decision_id: decision.id,
  run_id: run.id,
  satang: 20_000,
  month: "2018-03-01",
  number: 0,
  kind: "entitlement",
  benefit: "top_up",
  rules_version: decision.rules_version,
  province_code: run.province_code,
  district_code: districtCode,
});

export const answerFormatRow = (province: string, by: string): Row => ({
  id: randomUUID(),
  province_code: province,
  id_column: "เลขประจำตัวประชาชน",
  amount_column: "จำนวนเงิน",
  topped_up_codes: [],
  other_codes: [],
  reason: "ไฟล์ของกระทรวงการคลัง",
  recorded_by_id: by,
  recorded_on: "2018-04-01",
});

/** Totals alone. */
export const runAnswerRow = (run: Row, by: string): Row => ({
  id: randomUUID(),
  run_id: run.id,
  province_code: run.province_code,
  file_on: "2018-04-01",
  people: 1,
  recorded_by_id: by,
  recorded_on: "2018-04-01",
});

export const answerLineRow = (answer: Row, holderId: unknown): Row => ({
  answer_id: answer.id,
  holder_id: holderId,
  province_code: answer.province_code,
  outcome: "same",
  booked: 20_000,
});

/** A list of what a letter gives once, and what became of it. */
export const oneOffListRow = (province: string, by: string, overrides: Row = {}): Row => ({
  id: randomUUID(),
  province_code: province,
  list: "december_2018",
  file_name: "รายชื่อ.csv",
  file_sha256: "0".repeat(64),
  people: 1,
  recorded_by_id: by,
  recorded_on: "2018-04-01",
  ...overrides,
});

export const oneOffStepRow = (list: Row, by: string, step: "checked" | "returned"): Row => ({
  list_id: list.id,
  province_code: list.province_code,
  step,
  note: "ไม่ตรงกับบัญชีแนบ",
  taken_by_id: by,
  taken_on: "2018-04-02",
});

export const oneOffPersonRow = (list: Row, holderId: unknown): Row => ({
  holder_id: holderId,
  list_id: list.id,
  province_code: list.province_code,
  row_number: 2,
});

/** In each province a checked list of all holders, one that waits, and one that was returned. */
async function buildOneOffs(world: World, province: string, keep: Keep): Promise<void> {
  const by = who(world, "provincial_officer", province).id;
  const holders = world.holders.filter(({ provinceCode }) => provinceCode === province);
  const another = who(world, "governor", province).id;
  const checked = oneOffListRow(province, another, { people: holders.length });
  await keep("one_off_list", checked);
  for (const { id } of holders) await keep("one_off_person", oneOffPersonRow(checked, id));
  await keep("one_off_list_step", oneOffStepRow(checked, by, "checked"));
  await keep("one_off_list", oneOffListRow(province, another));
  const returned = oneOffListRow(province, by);
  await keep("one_off_list", returned);
  await keep("one_off_list_step", oneOffStepRow(returned, by, "returned"));
}

/** A calculated run of each province with an entry of every holder who has a decision. */
export async function buildLedger(world: World, keep: Keep): Promise<void> {
  for (const province of ["54", "55"]) {
    const treasury = who(world, "provincial_officer", province).id;
    const run = monthRunRow(province, 1);
    await keep("month_run", run);
    await keep("month_run_step", monthRunStepRow(run, treasury));
    for (const decision of world.rows.entitlement_decision ?? []) {
      const holder = world.holders.find(({ id }) => id === decision.holder_id);
      if (holder?.provinceCode === province)
        await keep("ledger_entry", ledgerEntryRow(run, holder, decision));
    }
    const done = { step: "calculated", content_sha256: "0".repeat(64) };
    await keep("month_run_step", monthRunStepRow(run, treasury, done));
    const answer = runAnswerRow(run, treasury);
    await keep("run_answer_format", answerFormatRow(province, treasury));
    await keep("run_answer", answer);
    const holder = world.holders.find(({ provinceCode }) => provinceCode === province);
    await keep("run_answer_line", answerLineRow(answer, holder?.id));
    await buildOneOffs(world, province, keep);
  }
}
