import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { send, setToday } from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { decideTask, prepareTask } from "@/server/agency-tasks/commands";
import { keepGaruda, keepScan } from "@/server/papers/file-commands";
import { readPaperFile } from "@/server/papers/files";
import { findPaper } from "@/server/papers/find";
import { listScans } from "@/server/papers/scans";
import { wordFile } from "@/server/papers/word/word-file";
import { scoped } from "@/server/scope";
import { receiveUpload } from "@/server/uploads/receive";

/** The scan of a signed paper is kept with it; a garuda of the office stands on what is signed from then on. */
const people = {
  governor: officer("governor", "54"),
  treasury: officer("provincial_officer", "54"),
  chief: officer("district_chief", "5403"),
  agency: officer("agency_officer", "54", "BAAC"),
  stranger: officer("provincial_officer", "55"),
};
const { governor, treasury, chief, agency, stranger } = people;

beforeAll(async () => {
  await setToday("2018-02-26");
  await onDatabase(async (client) => {
    for (const actor of Object.values(people)) await insert(client, "officer", officerRow(actor));
  });
});

const pdf = Buffer.from("%PDF-1.7 ลงนามแล้ว");
/** A PNG of one black point, as an image program writes it. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);

async function uploaded(by: Actor, bytes: Buffer) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const said = { bytes: bytes.length, sha256 };
  const sent = await receiveUpload(by.id, Readable.from([bytes]), said, 20 * 1024 * 1024);
  if (!sent.ok) throw new Error(sent.code);
  return sent.value.uploadId;
}

async function taskOf(signed: boolean) {
  const prepared = await send(prepareTask, treasury, {
    agency: "BAAC",
    project: null,
    subject: "ขอรายชื่อผู้ร่วมสัมภาษณ์",
    asked: "แจ้งรายชื่อ",
    dueOn: "2018-03-09",
  });
  const { taskId } = (prepared as { value: { taskId: string } }).value;
  if (signed)
    await send(decideTask, governor, { taskId, outcome: "approved", letterNumber: "พร 0003/9" });
  return taskId;
}

it("of a signed paper is kept as it was sent, is read by its province, and by nobody else", async () => {
  const about = await taskOf(true);
  const paper = { kind: "task_letter", about } as const;
  const kept = await send(keepScan, treasury, {
    ...paper,
    uploadId: await uploaded(treasury, pdf),
  });
  expect(kept).toMatchObject({ ok: true });
  const scansOf = (by: Actor) => scoped(by, (scope) => listScans(scope, "task_letter", about));
  const [scan] = await scansOf(governor);
  expect(scan).toMatchObject({ mediaType: "application/pdf", recordedBy: { name: treasury.name } });
  const read = (by: Actor) => scoped(by, (scope) => readPaperFile(scope, scan?.id ?? ""));
  expect(Buffer.from((await read(governor))?.content ?? [])).toEqual(pdf);
  // The look at it is in the audit.
  const looks = await onDatabase((client) =>
    client.query("SELECT count(*)::int AS n FROM audit.event WHERE subject_id = $1", [scan?.id]),
  );
  expect(looks.rows[0].n).toBe(1);
  for (const other of [chief, agency, stranger]) {
    expect(await read(other)).toBeNull();
    expect(await scansOf(other)).toEqual([]);
  }
});

it("is refused of a draft, of what is no PDF or image, of another officer's upload, and by who keeps no office", async () => {
  const about = await taskOf(true);
  const keep = (by: Actor, given: object) =>
    send(keepScan, by, { kind: "task_letter", about, ...given });
  const draft = { about: await taskOf(false), uploadId: await uploaded(treasury, pdf) };
  expect(await keep(treasury, draft)).toMatchObject({ code: "NOT_FOUND" });
  const svg = await uploaded(treasury, Buffer.from("<svg onload='alert(1)'/>"));
  expect(await keep(treasury, { uploadId: svg })).toMatchObject({
    fields: { uploadId: ["fileKind_signed_scan"] },
  });
  const large = await uploaded(treasury, Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]));
  for (const uploadId of [large, randomUUID(), await uploaded(governor, pdf)])
    expect(await keep(treasury, { uploadId })).toMatchObject({
      fields: { uploadId: ["fileSize"] },
    });
  expect(await keep(governor, { uploadId: await uploaded(governor, pdf) })).toMatchObject({
    code: "NOT_ALLOWED",
  });
  expect(await keep(chief, { uploadId: await uploaded(chief, pdf) })).toMatchObject({
    code: "NOT_FOUND",
  });
});

it("of the garuda stands on letters signed from then on, on the page and in Word, for whoever reads them", async () => {
  const before = await taskOf(true);
  const given = { uploadId: await uploaded(treasury, png) };
  expect(
    await send(keepGaruda, treasury, { uploadId: await uploaded(treasury, pdf) }),
  ).toMatchObject({ fields: { uploadId: ["fileKind_garuda"] } });
  expect(await send(keepGaruda, treasury, given)).toMatchObject({ ok: true });
  const after = await taskOf(true);
  const letter = (about: string) =>
    scoped(agency, (scope) => findPaper(scope, "task_letter", about, false));
  expect((await letter(before))?.paper.garuda).toBeNull();
  const signed = await letter(after);
  const garuda = signed?.paper.garuda ?? "";
  const image = await scoped(agency, (scope) => readPaperFile(scope, garuda));
  expect(image).toMatchObject({ purpose: "garuda", mediaType: "image/png" });
  if (!signed || !image) throw new Error("no letter");
  // Names of files stand as they are in a ZIP.
  const pictures = async (content: Uint8Array | null) =>
    (await wordFile(signed, [], content)).includes(".png");
  expect(await pictures(image.content)).toBe(true);
  expect(await pictures(null)).toBe(false);
});
