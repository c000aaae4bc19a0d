import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { send, setToday } from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { askOn } from "@/server/imports/job-connection";
import {
  addRuleCase,
  addRuleProject,
  changeRuleAmounts,
  changeRuleCodes,
  changeRuleWindows,
  checkRules,
  giveRuleOnce,
  keepRuleLetter,
  limitRuleProject,
  putRuleFile,
  recordRuleLetter,
  returnRules,
} from "@/server/rules/commands";
import { holdRuleSets, loadRuleSets } from "@/server/rules/load";
import { draftRules, listRuleVersions, ruleFileOf, viewRuleVersion } from "@/server/rules/queries";
import { scoped } from "@/server/scope";
import { receiveUpload } from "@/server/uploads/receive";

/** A rule set is recorded from a letter by one officer of the treasury, checked with it by another, and in force on its date. */
const people = {
  first: officer("provincial_officer", "54"),
  second: officer("provincial_officer", "54"),
  governor: officer("governor", "54"),
  chief: officer("district_chief", "5401"),
  stranger: officer("provincial_officer", "55"),
};
const { first, second, governor, chief, stranger } = people;

beforeAll(async () => {
  await setToday("2018-12-28");
  await onDatabase(async (client) => {
    for (const actor of Object.values(people)) await insert(client, "officer", officerRow(actor));
    await client.query(`INSERT INTO setting (key, value) VALUES ('rules_province', '"54"')`);
  });
});

async function uploaded(by: Actor, bytes: Buffer) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const said = { bytes: bytes.length, sha256 };
  const sent = await receiveUpload(by.id, Readable.from([bytes]), said, 20 * 1024 * 1024);
  if (!sent.ok) throw new Error(sent.code);
  return sent.value.uploadId;
}

const idIn = (sent: unknown) => {
  expect(sent).toMatchObject({ ok: true });
  return (sent as { value: { ruleVersionId: string; fileId: string } }).value;
};

const letterOn = (day: string) => `${Number(day.slice(8))} ธันวาคม 2561`;

/** A draft that says what the set of its day says. */
async function recorded(on: string, inForceFrom: string, by = first) {
  const uploadId = await uploaded(by, Buffer.from("%PDF-1.7 หนังสือกระทรวง"));
  const { fileId } = idIn(await send(keepRuleLetter, by, { uploadId }));
  const sent = await send(recordRuleLetter, by, {
    scanId: fileId,
    letterNumber: `กค ๐๔๐๒/ว ${on.slice(8)}`,
    letterOn: letterOn(on),
    inForceFrom,
    about: "ขยายเวลาวงเงินเพิ่มเติมถึงเดือนมิถุนายน 2562",
  });
  return idIn(sent).ruleVersionId;
}

const amounts = {
  at: "ข้อ 2",
  ...{ upTo1: "30,000", monthly1: "200", upTo2: "", monthly2: "100", upTo3: "", monthly3: "" },
  ...{ incomeCeiling: "100000", incomeYear: "2559", yesCountsFrom: "1 ก.พ. 2561" },
  ...{ cutOffDay: "", monthsToFirst: "1", lastMonth: "2019-06" },
};
const extended = async (draftId: string, by = first) =>
  idIn(await send(changeRuleAmounts, by, { draftId, ...amounts })).ruleVersionId;

const aCase = {
  says: "ผู้ที่แสดงความประสงค์ในเดือนกุมภาพันธ์ 2561 ได้รับถึงเดือนมิถุนายน 2562 รวม 16 เดือน",
  ...{ income: "25000", intentOn: "12 ก.พ. 2561", monthly: "200", until: "2019-06", total: "3200" },
};
const withCase = async (draftId: string, over: object = {}) =>
  idIn(await send(addRuleCase, first, { draftId, ...aCase, ...over })).ruleVersionId;

const versionsIn = async (by: Actor = chief) =>
  scoped(by, async ({ ruleSets }) => ruleSets.map(({ version }) => version));
const check = (draftId: string, by = second) => send(checkRules, by, { draftId });

it("from the letter to the day on which it takes effect", async () => {
  const draft = await recorded("2018-12-20", "2019-01-01");
  const changed = await extended(draft);
  // A draft is never changed: the next takes its place.
  expect(await send(changeRuleAmounts, first, { draftId: draft, ...amounts })).toMatchObject({
    ok: false,
    code: "CONFLICT",
  });
  const seen = await scoped(second, (scope) => viewRuleVersion(scope, changed));
  expect(seen).toMatchObject({ state: "waiting", letterNumber: "กค 0402/ว 20" });
  expect(seen?.hindrances).toEqual([{ why: "noCase" }]);
  expect(seen?.differences).toContainEqual({
    ...{ part: "topUp", at: "lastMonth", before: "2018-12", after: "2019-06" },
    clause: "หนังสือที่ กค 0402/ว 20 ลงวันที่ 20 ธันวาคม 2561 ข้อ 2",
  });

  // Not while a case of its own fails, and not by whoever recorded it.
  const wrong = await withCase(changed, { total: "3000" });
  expect(await check(wrong)).toMatchObject({ ok: false, code: "CONFLICT" });
  const file = await scoped(first, (scope) => ruleFileOf(scope, wrong));
  const mended = JSON.parse(JSON.stringify(file?.file));
  mended.cases[0].expected.total = 3200;
  const uploadId = await uploaded(first, Buffer.from(JSON.stringify(mended)));
  const right = idIn(await send(putRuleFile, first, { draftId: wrong, uploadId })).ruleVersionId;
  expect(await check(right, first)).toMatchObject({ ok: false, code: "NEEDS_OTHER_OFFICER" });
  expect(await versionsIn()).toEqual(["2018-01-09"]);

  expect(await check(right)).toMatchObject({ ok: true });
  // Every process sees it with its next request; the day decides which set it uses.
  expect(await versionsIn()).toEqual(["2018-01-09", "2018-12-20"]);
  await scoped(chief, async ({ ruleSets }) => {
    expect(rulesOn(ruleSets, "2018-12-31").version).toBe("2018-01-09");
    expect(rulesOn(ruleSets, "2019-01-01").topUp.lastMonth.value).toBe("2019-06");
  });
  // What SQL decides by came with the check.
  expect(
    await onDatabase(
      async (client) =>
        (
          await client.query(
            `SELECT app.rules_on('2018-12-31') AS before, app.rules_on('2019-01-01') AS after, s.walk_in_until::text,
              (SELECT array_agg(id ORDER BY position) FROM app.rule_band b WHERE b.version = s.version) AS bands,
              (SELECT array_agg(id ORDER BY from_on) FROM app.rule_round r WHERE r.version = s.version) AS rounds
             FROM app.rule_set s WHERE version = '2018-12-20'`,
          )
        ).rows,
    ),
  ).toEqual([
    {
      ...{ before: "2018-01-09", after: "2018-12-20", walk_in_until: "2018-02-28" },
      ...{ bands: ["up_to_30000", "over_30000"], rounds: ["june", "september"] },
    },
  ]);
  // Everybody reads what is checked; drafts only the province that records them.
  const rowsOf = async (by: Actor) =>
    (await scoped(by, listRuleVersions)).rows.map(({ id, state }) => `${id} ${state}`);
  expect(await rowsOf(chief)).toEqual([`${right} coming`]);
  expect(await rowsOf(stranger)).toEqual([`${right} coming`]);
  expect(await rowsOf(governor)).toHaveLength(4);
  expect(await check(right)).toMatchObject({ ok: false, code: "CONFLICT" });
});

it("a day is covered once, a stored code keeps its meaning, and a letter is recorded once", async () => {
  const again = await withCase(await extended(await recorded("2018-12-21", "2019-01-01")));
  const seen = await scoped(second, (scope) => viewRuleVersion(scope, again));
  expect(seen?.hindrances).toEqual([{ why: "dayTaken", what: "2019-01-01" }]);
  expect(await check(again)).toMatchObject({ ok: false, code: "CONFLICT" });
  // PostgreSQL holds it as well.
  await expect(
    onDatabase((client) =>
      client.query(
        "INSERT INTO rule_version_step (rule_version_id, province_code, step, taken_by_id, taken_on) VALUES ($1, '54', 'checked', $2, '2018-12-28')",
        [again, second.id],
      ),
    ),
  ).rejects.toMatchObject({ code: "23505" });
  const returned = { draftId: again, note: "วันที่เริ่มใช้ไม่ตรงกับหนังสือ" };
  expect(await send(returnRules, second, returned)).toMatchObject({ ok: true });
  expect(await check(again)).toMatchObject({ ok: false, code: "CONFLICT" });
  const sameLetter = await withCase(await extended(await recorded("2018-12-20", "2019-02-01")));
  const hindered = await scoped(second, (scope) => viewRuleVersion(scope, sameLetter));
  expect(hindered?.hindrances).toEqual([{ why: "versionTaken", what: "2018-12-20" }]);
});

it("takes what no term is: a limited project, a new row, code lists, windows, and a file with its faults told", async () => {
  const draft = await recorded("2018-12-22", "2019-03-01");
  const at = "สิ่งที่ส่งมาด้วย 1";
  const limited = await send(limitRuleProject, first, {
    ...{ draftId: draft, at, code: "dsd-02", bands: ["up_to_30000"] },
  });
  const added = await send(addRuleProject, first, {
    ...{ draftId: idIn(limited).ruleVersionId, at, code: "MOAC-09", name: "ทุนปัจจัยการผลิต" },
    ...{ agency: "MOAC", dimension: "3", bands: ["up_to_30000", "over_30000"] },
    ...{ group: "farmer", category: "หาทุนให้" },
  });
  const codes = await send(changeRuleCodes, first, {
    ...{ draftId: idIn(added).ruleVersionId, at, list: "occupations" },
    lines:
      "01 | เกษตรกรผู้ปลูกพืช | เกษตรกร | farm | =6111 6112\n02 | ค้าขาย | ทำงานอิสระ | trade | =5211",
  });
  const windows = await send(changeRuleWindows, first, {
    ...{
      draftId: idIn(codes).ruleVersionId,
      at,
      walkInFrom: "1 มี.ค. 2562",
      walkInUntil: "31 มี.ค. 2562",
    },
    ...{ homeVisitsFrom: "1 เม.ย. 2562", homeVisitsUntil: "31 พ.ค. 2562" },
    ...{ holidays: "13 เม.ย. 2562\n๑๕ เม.ย. ๒๕๖๒", rounds: "1 ก.ค. 2562 – 31 ก.ค. 2562" },
  });
  const rules = await scoped(governor, (scope) => draftRules(scope, idIn(windows).ruleVersionId));
  expect(rules).toMatchObject({
    occupations: { value: { "01": { group: "farmer", was: ["6111", "6112"] } } },
    fieldworkHolidays: { value: ["2019-04-13", "2019-04-15"] },
    followUpRounds: { value: [{ id: "r2019_07", from: "2019-07-01", until: "2019-07-31" }] },
  });
  expect(rules?.projects["DSD-02"]?.bands).toEqual(["up_to_30000"]);
  expect(rules?.menus.farmer.at(-1)).toMatchObject({ project: "MOAC-09", category: "หาทุนให้" });

  const draftId = idIn(windows).ruleVersionId;
  const twice = { draftId, at, list: "skills", lines: "A1 | ปลูกข้าว | เกษตร\nA1 | ปลูกผัก | เกษตร" };
  expect(await send(changeRuleCodes, first, twice)).toMatchObject({
    ok: false,
    fields: { lines: ["codeLines 2"] },
  });
  const uploadId = await uploaded(
    first,
    Buffer.from(JSON.stringify({ rules: { ...rules, bonus: 1 }, cases: [] })),
  );
  expect(await send(putRuleFile, first, { draftId, uploadId })).toMatchObject({
    ok: false,
    code: "INVALID",
    detail: {
      faults: [
        { at: "rules", says: "unknown", what: "bonus" },
        { at: "cases", says: "noCases" },
      ],
    },
  });
});

it("a list of a one-off has an id that no other letter gives, and one that is known keeps its sum and month", async () => {
  const once = { at: "ข้อ 4", name: "เงินช่วยเหลือครั้งเดียว", month: "2018-12", baht: "500" };
  const given = async (draftId: string, over: object = {}) =>
    idIn(await send(giveRuleOnce, first, { draftId, ...once, ...over })).ruleVersionId;
  const listsOf = async (draftId: string) =>
    (await scoped(second, (scope) => draftRules(scope, draftId)))?.oneOffs?.map(
      ({ value }) => value.list,
    ) ?? [];
  // Two letters that do not know each other give a sum in the same month, the first of them two.
  const one = await given(await given(await recorded("2018-11-22", "2018-11-24")), { baht: "300" });
  const other = await given(await recorded("2018-11-21", "2018-11-23"));
  const lists = [...(await listsOf(one)), ...(await listsOf(other))];
  expect(lists).toHaveLength(3);
  expect(new Set(lists).size).toBe(3);

  expect(await check(await withCase(one, { total: "", until: "" }))).toMatchObject({ ok: true });
  const file = await scoped(first, (scope) => ruleFileOf(scope, other));
  const changed = JSON.parse(JSON.stringify(file?.file));
  changed.rules.oneOffs[0].value.list = lists[0];
  changed.rules.oneOffs[0].value.baht = 700;
  const uploadId = await uploaded(
    first,
    Buffer.from(
      JSON.stringify({
        ...changed,
        cases: [{ says: "ยังไม่ประสงค์", facts: { income2559: 1 }, expected: { none: "NO_YES" } }],
      }),
    ),
  );
  const put = idIn(await send(putRuleFile, first, { draftId: other, uploadId })).ruleVersionId;
  const seen = await scoped(second, (scope) => viewRuleVersion(scope, put));
  expect(seen?.hindrances).toEqual([
    { why: "fault", fault: { at: "rules.oneOffs", says: "listOther", what: lists[0] } },
  ]);
});

it("is the right of one province, and of nobody who only reads", async () => {
  const uploadId = await uploaded(stranger, Buffer.from("%PDF-1.7"));
  for (const actor of [stranger, governor, chief])
    expect(await send(keepRuleLetter, actor, { uploadId })).toMatchObject({ ok: false });
  const draft = await recorded("2018-12-23", "2019-04-01");
  for (const actor of [stranger, chief]) {
    expect(await send(checkRules, actor, { draftId: draft })).toMatchObject({ ok: false });
    expect(await scoped(actor, (scope) => viewRuleVersion(scope, draft))).toBeNull();
    expect(await scoped(actor, (scope) => draftRules(scope, draft))).toBeNull();
  }
});

/** A connection of its own, as another process has it. */
async function another<Value>(work: (client: pg.Client) => Promise<Value>) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it("a transaction that decides is never between the check and the rules: whoever decides first is waited for, whoever comes later decides by the new set", async () => {
  const draft = await withCase(await extended(await recorded("2018-12-24", "2019-05-01")));
  await another(async (client) => {
    await client.query("BEGIN");
    const held = await holdRuleSets(askOn(client));
    const checking = check(draft);
    await waiting();
    // The check has not taken effect while somebody decides by the sets of before.
    expect(held.map(({ version }) => version)).not.toContain("2018-12-24");
    expect((await loadRuleSets(askOn(client))).length).toBe(held.length);
    // Who wants to decide now waits for the check, and then knows it.
    const later = another(async (next) => {
      await next.query("BEGIN");
      const sets = await holdRuleSets(askOn(next));
      await next.query("COMMIT");
      return sets.map(({ version }) => version);
    });
    await client.query("COMMIT");
    expect(await checking).toMatchObject({ ok: true });
    expect(await later).toContain("2018-12-24");
  });
});

/** Until the check waits for the lock. */
async function waiting() {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await onDatabase((client) =>
      client.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"),
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The check did not wait.");
}
