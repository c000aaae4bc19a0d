import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import {
  buildDeskWorld,
  type DeskWorld,
  saveHolder,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { intentRow } from "@tests/security/world-casework";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { withJobClient } from "@/server/imports/job-connection";
import { decideLeft } from "@/server/jobs/decisions";
import { redetermine } from "@/server/jobs/redetermination";
import { countMoney } from "@/server/money/totals";
import { listChangedPeople } from "@/server/rules/changed-people";
import {
  addRuleCase,
  changeRuleAmounts,
  checkRules,
  keepRuleLetter,
  recordRuleLetter,
} from "@/server/rules/commands";
import { askRedetermination, beginRedetermination } from "@/server/rules/redetermination";
import { scoped } from "@/server/scope";
import { receiveUpload } from "@/server/uploads/receive";

/** Months are extended by a letter: who was decided before is decided again by it, beside the old decision (record 0043). */
let world: DeskWorld;
const first = officer("provincial_officer", "54");
const second = officer("provincial_officer", "54");
const governor = officer("governor", "54");
const chief = officer("district_chief", "5401");

beforeAll(async () => {
  world = await buildDeskWorld();
  await setToday("2018-12-28");
  await onDatabase(async (client) => {
    for (const actor of [first, second, governor, chief])
      await insert(client, "officer", officerRow(actor));
    await client.query(`INSERT INTO setting (key, value) VALUES ('rules_province', '"54"')`);
  });
});

/** Somebody who said yes at a desk on a day. */
async function saveYes(intentOn: string, satang = 2_000_000) {
  const { id } = await saveHolder(world);
  const holder = { id, provinceCode: "54", districtCode: "5401" as const, accountOfficerId: null };
  const yes = { intent_on: intentOn, recorded_on: intentOn, answer: "yes" };
  const income = { holder_id: id, batch_id: world.batches["54"], province_code: "54" };
  await onDatabase(async (client) => {
    await insert(client, "holder_income", { ...income, income_2559_satang: satang });
    await client.query("UPDATE holder SET income_2559_satang = $2 WHERE id = $1", [id, satang]);
    await insert(client, "intent", intentRow(holder, "5401", world.desk.id, yes));
  });
  return id;
}

/** The extension to June 2562, with 300 baht for the lower band from January on, checked. */
async function extension(by: Actor): Promise<string> {
  const bytes = Buffer.from("%PDF-1.7");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const said = { bytes: bytes.length, sha256 };
  const up = await receiveUpload(by.id, Readable.from([bytes]), said, 1000);
  if (!up.ok) throw new Error(up.code);
  const value = async (sent: ReturnType<typeof send>) => {
    const answer = await sent;
    expect(answer).toMatchObject({ ok: true });
    return (answer as { value: { fileId: string; ruleVersionId: string } }).value;
  };
  const { fileId } = await value(send(keepRuleLetter, by, { uploadId: up.value.uploadId }));
  const letter = { scanId: fileId, letterNumber: "กค 0402/ว 12", letterOn: "2018-12-20" };
  const draft = await value(
    send(recordRuleLetter, by, { ...letter, inForceFrom: "2019-01-01", about: "ขยายเวลา" }),
  );
  const changed = await value(
    send(changeRuleAmounts, by, {
      ...{
        draftId: draft.ruleVersionId,
        at: "ข้อ 2",
        upTo1: "30000",
        monthly1: "300",
        monthly2: "100",
      },
      ...{ incomeCeiling: "100000", incomeYear: "2559", yesCountsFrom: "2018-02-01" },
      ...{ monthsToFirst: "1", lastMonth: "2019-06" },
    }),
  );
  const ready = await value(
    send(addRuleCase, by, {
      ...{
        draftId: changed.ruleVersionId,
        says: "มาแจ้งในเดือนกุมภาพันธ์ ได้ 200 บาท 10 เดือน แล้ว 300 บาท 6 เดือน",
      },
      ...{ income: "20000", intentOn: "2018-02-10", monthly: "300", total: "3800" },
    }),
  );
  const { ruleVersionId } = await value(send(checkRules, second, { draftId: ready.ruleVersionId }));
  return ruleVersionId;
}

const decisionsOf = (holderId: string) =>
  onDatabase(
    async (client) =>
      (
        await client.query(
          "SELECT rules_version, months, satang::int, changed FROM entitlement_decision WHERE holder_id = $1 ORDER BY number",
          [holderId],
        )
      ).rows,
  );
const due = (holderId: string) =>
  onDatabase(
    async (client) =>
      (
        await client.query(
          "SELECT first_month::text, last_month::text, satang_a_month::int FROM entitlement WHERE holder_id = $1 ORDER BY 1",
          [holderId],
        )
      ).rows,
  );

it("is asked by one and begun by another; each gets a new decision beside the old one, once, also when a run is killed", async () => {
  const early = await saveYes("2018-02-10");
  const late = await saveYes("2018-12-05");
  const above = await saveYes("2018-03-10", 5_000_000);
  await withJobClient((client) => decideLeft(client));
  const version = await extension(first);
  const before = await decisionsOf(early);
  expect(before).toEqual([
    { rules_version: "2018-01-09", months: 10, satang: 200_000, changed: [] },
  ]);

  expect(await send(beginRedetermination, second, { ruleVersionId: version })).toMatchObject({
    code: "CONFLICT",
  });
  expect(await send(askRedetermination, chief, { ruleVersionId: version })).toMatchObject({
    ok: false,
  });
  expect(await send(askRedetermination, first, { ruleVersionId: version })).toMatchObject({
    ok: true,
  });
  expect(await send(beginRedetermination, first, { ruleVersionId: version })).toMatchObject({
    code: "NEEDS_OTHER_OFFICER",
  });
  // Nobody is decided again before it is begun.
  await withJobClient((client) => redetermine(client));
  expect(await decisionsOf(early)).toEqual(before);
  expect(await send(beginRedetermination, second, { ruleVersionId: version })).toMatchObject({
    ok: true,
  });

  // One at a time: each transaction keeps how far it came, and a second run finds nothing.
  await withJobClient((client) => redetermine(client, 1));
  await withJobClient((client) => redetermine(client, 1));
  expect(await decisionsOf(early)).toEqual([
    ...before,
    { rules_version: "2018-12-20", months: 16, satang: 380_000, changed: ["rules"] },
  ]);
  expect(await due(early)).toEqual([
    { first_month: "2018-03-01", last_month: "2018-12-01", satang_a_month: 20_000 },
    { first_month: "2019-01-01", last_month: "2019-06-01", satang_a_month: 30_000 },
  ]);
  // A yes of December brings months only by the letter.
  expect(await due(late)).toEqual([
    { first_month: "2019-01-01", last_month: "2019-06-01", satang_a_month: 30_000 },
  ]);
  expect(await due(above)).toEqual([
    { first_month: "2018-04-01", last_month: "2019-06-01", satang_a_month: 10_000 },
  ]);

  const list = await scoped(governor, (scope) =>
    listChangedPeople(scope, { id: version, version: "2018-12-20" }, null),
  );
  expect(list.people.map(({ id }) => id).sort()).toEqual([early, late, above].sort());
  expect(list.people.find(({ id }) => id === early)).toMatchObject({
    before: { satang: 200_000n, lastMonth: "2018-12" },
    after: { satang: 380_000n, lastMonth: "2019-06" },
  });

  // The sums as of a day say the same.
  await setToday("2019-01-02");
  const totals = await withJobClient((client) =>
    countMoney(client, { asOf: "2019-01-02", area: null }),
  );
  expect(totals.total).toBe(3800n + 1800n + 1500n);
});
