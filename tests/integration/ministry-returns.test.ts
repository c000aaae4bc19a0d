import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { type AnyCommand, execute } from "@/server/command";
import { decryptNationalId } from "@/server/holders/national-id";
import { markReady, sendMinistryFile } from "@/server/ministry/commands";
import { countEntries } from "@/server/ministry/counts";
import { listMinistryFiles } from "@/server/ministry/files";
import { recordMinistryReturn, setReturnFormat } from "@/server/ministry/returns";
import { scoped } from "@/server/scope";
import { advanceClock } from "@/server/settings/commands";
import { receiveUpload } from "@/server/uploads/receive";
import { asSuperuser } from "./demo-world";
import { buildFollowUpWorld } from "./follow-up-world";

/** What the Ministry answers to a file (docs/decisions/0036). */
let world: Awaited<ReturnType<typeof buildFollowUpWorld>>;
type Line = { entry: string; position: number; id: string };
let file: { fileId: string; lines: Line[] };
const today = "2018-06-15";
const format = {
  idColumn: "เลขประจำตัวประชาชน",
  positionColumn: "ลำดับที่",
  codeColumn: "รหัสตอบกลับ",
  accepted: "00 รับข้อมูลแล้ว",
  bounced: "E1 ไม่พบเลขประจำตัวประชาชน\nE๒ วันที่ไม่ถูกต้อง",
  reason: "หนังสือ กค 0402.3/77",
};

const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });

beforeAll(async () => {
  world = await buildFollowUpWorld();
  expect(await send(advanceClock, world.admin, { to: today })).toMatchObject({ ok: true });
  file = await sendFile();
});
beforeEach(() => asSuperuser("UPDATE job SET status = 'done' WHERE status = 'queued'"));

/** Everything that is not reported, as one file of the district, with its lines as the Ministry gets them. */
async function sendFile() {
  const { unreported } = (await scoped(world.chief, countEntries)).own;
  const sent = await send(sendMinistryFile, world.chief, { format: "csv", expected: unreported });
  const { fileId } = (sent as { value: { fileId: string } }).value;
  const rows = await asSuperuser<{ entry: string; position: number; holder: string; id: Buffer }>(
    `SELECT l.entry_id AS entry, l.position, l.holder_id AS holder, h.national_id_enc AS id
     FROM ministry_file_line l JOIN holder h ON h.id = l.holder_id WHERE l.file_id = $1 ORDER BY l.position`,
    [fileId],
  );
  const lines = rows.map(({ id, holder, ...line }) => ({
    ...line,
    id: decryptNationalId(new Uint8Array(id), holder),
  }));
  return { fileId, lines };
}

const headings = ["ลำดับที่", "เลขประจำตัวประชาชน", "รหัสตอบกลับ"];
async function answer(rows: readonly (readonly string[])[], more: object = {}, by = world.chief) {
  const bytes = Buffer.from(stringify(rows.map((row) => [...row])));
  const said = { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  const received = await receiveUpload(by.id, Readable.from([bytes]), said, 1024 * 1024);
  if (!received.ok) throw new Error(received.code);
  const sent = await send(recordMinistryReturn, by, {
    fileId: file.fileId,
    uploadId: received.value.uploadId,
    fileName: "ตอบกลับ.csv",
    answeredOn: today,
    ...more,
  });
  return sent.ok ? (sent.value as object) : sent;
}
const row = ({ position, id }: Line, code: string) => [String(position), id, code];
const line = (index: number) => file.lines[index] as Line;
const stateOf = async (index: number) =>
  (
    await asSuperuser<{ state: string; reason: string | null }>(
      "SELECT state, reason FROM ministry_entry WHERE id = $1",
      [line(index).entry],
    )
  )[0];

it("waits for the treasury to say which columns and codes it has", async () => {
  expect(await answer([headings, row(line(0), "00")])).toEqual({ did: "no_format" });
  expect(await send(setReturnFormat, world.chief, format)).toMatchObject({ code: "NOT_ALLOWED" });
  expect(
    await send(setReturnFormat, world.treasury, { ...format, bounced: "00 ไม่รับ" }),
  ).toMatchObject({ fields: { bounced: ["codeTwice"] } });
  expect(await send(setReturnFormat, world.treasury, format)).toMatchObject({ ok: true });
});

it("is read as a whole or not at all: what it cannot read is named and changes nothing", async () => {
  const before = await scoped(world.chief, countEntries);
  const [first, second] = [line(0), line(1)];
  expect(await answer([headings, row(first, "00"), row(second, "Z9")])).toEqual({
    did: "unknown_codes",
    codes: [{ code: "Z9", rows: 1 }],
    more: 0,
  });
  expect(await answer([headings, row(first, "")])).toEqual({
    did: "unknown_codes",
    codes: [{ code: "", rows: 1 }],
    more: 0,
  });
  expect(
    await answer([
      ["ลำดับที่", "ผล"],
      ["1", "00"],
    ]),
  ).toEqual({
    did: "no_column",
    columns: ["เลขประจำตัวประชาชน", "รหัสตอบกลับ"],
  });
  expect(await answer([headings, row(first, "00")], { fileName: "ตอบกลับ.xlsx" })).toMatchObject({
    did: "refused",
  });
  expect(await answer([headings, row(first, "00")], { answeredOn: "2018-06-16" })).toMatchObject({
    fields: { answeredOn: ["future"] },
  });
  expect(await scoped(world.chief, countEntries)).toEqual(before);
});

it("accepts lines and sends others back with code and words; what it names wrongly is left and told", async () => {
  const rows = [
    headings,
    row(line(0), "00"),
    row(line(1), "e1"),
    row(line(2), "E2"),
    // Nobody of the file, another person than the line has, the same line twice.
    ["999", line(3).id, "00"],
    [String(line(4).position), line(5).id === line(4).id ? line(6).id : line(5).id, "00"],
    row(line(0), "00"),
  ];
  expect(await answer(rows)).toEqual({ did: "recorded", accepted: 1, bounced: 2, left: 3 });
  expect(await stateOf(0)).toEqual({ state: "accepted", reason: null });
  expect(await stateOf(1)).toEqual({ state: "bounced", reason: "E1 ไม่พบเลขประจำตัวประชาชน" });
  expect(await stateOf(2)).toEqual({ state: "bounced", reason: "E2 วันที่ไม่ถูกต้อง" });
  expect(await stateOf(4)).toMatchObject({ state: "reported" });
  const [shown] = await scoped(world.chief, listMinistryFiles);
  expect(shown?.returns).toMatchObject([
    { accepted: 1, bounced: 2, unchanged: 0, unknown: [5, 6], twice: [7], unclear: [] },
  ]);
  // The same file again changes nothing.
  const events = "SELECT count(*)::int AS n FROM ministry_event";
  const before = await asSuperuser(events);
  expect(await answer(rows)).toEqual({ did: "before" });
  expect(await asSuperuser(events)).toEqual(before);
});

it("leaves alone what was reported again since: its answer comes to the later file", async () => {
  const again = { entryId: line(1).entry };
  expect(await send(markReady, world.chief, again)).toMatchObject({ ok: true });
  const [old, later] = [file, await sendFile()];
  expect(later.lines.map(({ entry }) => entry)).toEqual([line(1).entry]);
  expect(await answer([headings, row(line(1), "E1"), row(line(0), "00")])).toMatchObject({
    accepted: 0,
    bounced: 0,
  });
  expect(await stateOf(1)).toMatchObject({ state: "reported" });
  file = later;
  expect(await answer([headings, row(line(0), "00")])).toMatchObject({ accepted: 1 });
  expect(await stateOf(0)).toMatchObject({ state: "accepted" });
  file = old;
});

it("without positions the ID names the line, and of somebody with two lines none is guessed", async () => {
  const byId = { ...format, positionColumn: "" };
  expect(await send(setReturnFormat, world.treasury, byId)).toMatchObject({ ok: true });
  const open = file.lines.slice(3);
  const [two] = open.filter(({ id }) => open.filter((each) => each.id === id).length === 2);
  if (!two) throw new Error("Somebody has a wish and an interview in the file.");
  expect(await answer([headings, row(two, "00")])).toMatchObject({ accepted: 0, left: 1 });
  expect(await answer([headings, row(two, "00"), row(two, "00")])).toMatchObject({
    accepted: 2,
    left: 0,
  });
});

it("is the district's own, or the province's", async () => {
  const other = await answer([headings, row(line(7), "00")], {}, world.treasury);
  expect(other).toMatchObject({ did: "recorded" });
  expect(await answer([headings], { fileId: randomUUID() })).toMatchObject({ code: "NOT_FOUND" });
  expect(await answer([headings, row(line(8), "00")], {}, world.ao)).toMatchObject({ ok: false });
});
