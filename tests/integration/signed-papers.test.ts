import { send, setToday } from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { decideTask, prepareTask } from "@/server/agency-tasks/commands";
import { decideAnnouncement, prepareAnnouncement } from "@/server/announcements/commands";
import type { AnyCommand } from "@/server/command";
import { keepAgencyOffice, keepOffice } from "@/server/offices/commands";
import { type AnyPaper, findPaper } from "@/server/papers/find";
import { listRegister } from "@/server/papers/register";
import { prepareReport, signReport } from "@/server/reports/commands";
import { scoped } from "@/server/scope";
import { decideTeam, prepareTeam } from "@/server/teams/commands";

/** What was signed is read tomorrow as it was signed: whoever was renamed since, wherever the office moved. */
const people = {
  governor: officer("governor", "54"),
  treasury: officer("provincial_officer", "54"),
  chief: officer("district_chief", "5403"),
  ao: officer("account_officer", "5403", "CDD"),
  agency: officer("agency_officer", "54", "BAAC"),
};
const { governor, treasury, chief, ao, agency } = people;

type Signed = { kind: AnyPaper; about: string; readers: Actor[] };
const signed: Signed[] = [];

async function done(command: AnyCommand, actor: Actor, input: unknown) {
  const sent = await send(command, actor, input);
  if (!sent.ok) throw new Error(`${command.name}: ${JSON.stringify(sent)}`);
  return sent.value as Record<string, string>;
}

/** Prepared by staff, signed by the governor, read by all whom it concerns. */
async function decided(
  kind: AnyPaper,
  readers: Actor[],
  [prepare, given]: [AnyCommand, unknown],
  [decide, signature]: [AnyCommand, object],
) {
  const made = await done(prepare, treasury, given);
  const { version: _, ...key } = made;
  await done(decide, governor, { ...key, outcome: "approved", ...signature });
  const [id = ""] = Object.values(key);
  const about = kind === "team_order" ? `5403/${id}` : id;
  signed.push({ kind, about, readers: [governor, treasury, ...readers] });
}

beforeAll(async () => {
  await setToday("2018-02-26");
  await onDatabase(async (client) => {
    for (const actor of Object.values(people)) await insert(client, "officer", officerRow(actor));
    await insert(client, "account_officer_code", {
      code: "5403C001",
      officer_id: ao.id,
      province_code: "54",
      district_code: "5403",
      issued_on: "2018-02-01",
    });
  });
  const team = {
    districtCode: "5403",
    chairName: "นายวิรัตน์ สิทธิวงศ์",
    chairPosition: "นายอำเภอลอง",
    secretaryName: "นางสาวศิริพร เทพอินทร์",
    secretaryPosition: "ปลัดอำเภอ",
    members: "นายพิชัย ทะนันชัย, เจ้าพนักงานปกครอง",
    fromOn: "2018-02-26",
  };
  const order = { orderNumber: "9/2561", orderedOn: "2018-02-20" };
  await decided("team_order", [chief], [prepareTeam, team], [decideTeam, order]);
  const words = {
    kind: "guideline",
    title: "แนวทางการไปพบ",
    body: "ไปพบให้ครบทุกคน",
    to: "chosen",
    districts: ["5402", "5403"],
  };
  const number = { letterNumber: "พร 0003/21" };
  await decided(
    "announcement",
    [chief],
    [prepareAnnouncement, words],
    [decideAnnouncement, number],
  );
  const task = {
    agency: "BAAC",
    project: "BAAC-01",
    subject: "ขออบรม",
    asked: "จัดอบรม",
    dueOn: "2018-03-09",
  };
  await decided("task_letter", [agency], [prepareTask, task], [decideTask, number]);
  await reported(ao, null);
  await reported(chief, "พร 0318/5");
  await reported(governor, "พร 0003/30");
});

async function reported(by: Actor, letterNumber: string | null) {
  const report = { period: "2018-02", note: "พบแล้วส่วนใหญ่" };
  const { reportId = "" } = await done(prepareReport, by, report);
  if (letterNumber)
    await done(signReport, by, {
      reportId,
      letterNumber,
      confirmed: ["without_districts"],
      withoutDistricts: Array.from({ length: 8 }, (_, index) => `540${index + 1}`),
    });
  signed.push({
    kind: "report",
    about: reportId,
    readers: [by, chief, governor].filter((reader) => by.role !== "governor" || reader !== chief),
  });
}

const read = (reader: Actor, { kind, about }: Signed) =>
  scoped(reader, (scope) => findPaper(scope, kind, about, false));
const everything = async () => {
  const found = [];
  for (const paper of signed)
    for (const reader of paper.readers) found.push(await read(reader, paper));
  return found;
};
const register = async () => [
  ...(await scoped(governor, listRegister)),
  ...(await scoped(chief, listRegister)),
];

it("is the same paper for everybody who may read it", async () => {
  for (const paper of signed) {
    const [first, ...others] = await Promise.all(
      paper.readers.map((reader) => read(reader, paper)),
    );
    expect(first, paper.kind).toMatchObject({ issue: { signedBy: expect.any(String) } });
    for (const other of others) expect(other, paper.kind).toEqual(first);
  }
});

it("stays as it was signed, on its page, as a Word file and in the register", async () => {
  const before = await everything();
  const lines = await register();
  expect(lines.map(({ kind }) => kind).sort()).toEqual([
    "announcement",
    "district_report",
    "province_report",
    "task_letter",
    "team_order",
  ]);
  await done(keepOffice, treasury, { address: "ถนนใหม่ พร 54999", phone: "0-5499-9999" });
  await done(keepOffice, chief, { address: "ถนนลอง พร 54150", phone: "0-5499-9998" });
  await done(keepAgencyOffice, treasury, { agency: "BAAC", head: "ผู้อำนวยการคนใหม่" });
  await onDatabase(async (client) => {
    await client.query("UPDATE officer SET name = 'นายใหม่ มาแทน', position = 'ตำแหน่งใหม่'");
    await client.query("UPDATE district SET name = 'ลองใหม่' WHERE code = '5403'");
  });
  try {
    expect(await everything()).toEqual(before);
    expect(await register()).toEqual(lines);
  } finally {
    await onDatabase((client) =>
      client.query("UPDATE district SET name = 'ลอง' WHERE code = '5403'"),
    );
  }
});
