import { createHash, randomInt } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { areaNames, ministryHeaders, ministryList } from "@tests/builders/ministry-list";
import { impossibleId, type SyntheticPerson } from "@tests/builders/people";
import { guessColumns } from "@/domain/import/columns";
import { referenceAreas } from "@/server/areas/reference";
import { command, originOf } from "./support";

const { provinces, districts, subdistricts } = referenceAreas();
const names = areaNames(provinces, districts, subdistricts);

const letters = "กขคงจชดตถทนบปพมยรลวสหอ";
const letter = () => letters[randomInt(letters.length)];

/**
 * A new person: a woman of 48 who grows rice and must be reached. ID and surname
 * are new in every run, so that a journey can be walked again on the same database.
 */
export function newPerson(over: Partial<SyntheticPerson> = {}): SyntheticPerson {
  return {
    // No builder makes numbers that begin with 8.
    nationalId: impossibleId("8", randomInt(10_000_000)),
    title: "นาง",
    firstName: "บุญเรือน",
    lastName: `ใจ${letter()}า${letter()}${letter()}ี${letter()}า`,
    sex: "female",
    birthDate: "1969-03-05",
    birthDateWritten: "05/03/2512",
    houseNo: String(randomInt(1, 300)),
    moo: 4,
    subdistrictCode: "540302",
    phone: "0601234567",
    income: 18_000,
    occupation: "ทำนา",
    ...over,
  };
}

export const fullName = ({ firstName, lastName }: SyntheticPerson) => `${firstName} ${lastName}`;

/** The Ministry's list of these people as bytes of a CSV file. */
export function listFile(people: Iterable<SyntheticPerson>): Buffer {
  return Buffer.from([...ministryList(people, names)].join(""));
}

/** The same file with one more, unknown column: headings for which nobody has chosen columns yet. */
export function withUnknownColumn(file: Buffer): Buffer {
  const [headings, ...rows] = file.toString().trimEnd().split("\n");
  const more = [`${headings},หมายเหตุ ${randomInt(1e9)}`, ...rows.map((row) => `${row},`)];
  return Buffer.from(`${more.join("\n")}\n`);
}

/** A file as a browser's file picker gives it. */
export function asUpload(name: string, buffer: Buffer, mimeType = "text/csv") {
  return { name, mimeType, buffer };
}

/** Imports people as the provincial officer, without the screens: another test covers them. */
export async function importPeople(
  treasury: Page,
  people: readonly SyntheticPerson[],
): Promise<string> {
  const bytes = listFile(people);
  const sent = await treasury.request.post("/api/uploads", {
    headers: {
      origin: await originOf(treasury),
      "content-type": "application/octet-stream",
      "x-file-bytes": String(bytes.length),
      "x-file-sha256": createHash("sha256").update(bytes).digest("hex"),
    },
    data: bytes,
  });
  const { value: upload } = (await sent.json()) as { value: { uploadId: string } };
  const { batchId, jobId } = await command<{ batchId: string; jobId: string }>(
    treasury,
    "createImport",
    { uploadId: upload.uploadId, fileName: "รายชื่อเพิ่ม.csv" },
  );
  await finished(treasury, jobId);
  const columns = guessColumns([...ministryHeaders]);
  for (const [name, input] of [
    ["checkImport", { batchId, columns }],
    ["startImport", { batchId }],
  ] as const) {
    const job = await command<{ jobId: string }>(treasury, name, input);
    await finished(treasury, job.jobId);
  }
  return batchId;
}

async function finished(page: Page, jobId: string) {
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`/api/jobs/${jobId}`);
        return ((await answer.json()) as { value?: { status: string } }).value?.status;
      },
      { intervals: [200, 400, 800], timeout: 60_000 },
    )
    .toBe("done");
}

type Sum = Record<"rows", number> &
  Partial<Record<"created" | "changed" | "unchanged" | "rejected", number>>;

/** Rows of the file = new + changed + unchanged + rejected, as a batch shows it. */
export async function expectEquation(page: Page, sum: Sum) {
  const { rows, created = 0, changed = 0, unchanged = 0, rejected = 0 } = sum;
  expect(rows, "the sum itself").toBe(created + changed + unchanged + rejected);
  const numbers = page.getByRole("region", { name: /^แถวในไฟล์ เท่ากับ/ }).locator(".figures");
  await expect(numbers).toHaveText([rows, created, changed, unchanged, rejected].map(String));
}

type Found = { holders: { id: string }[] };

/** What the address of somebody's case file ends with. */
export async function holderIdOf(page: Page, person: SyntheticPerson): Promise<string> {
  const answer = await page.request.post("/api/search", {
    headers: { origin: await originOf(page) },
    data: { words: person.nationalId },
  });
  const { value } = (await answer.json()) as { value: Found };
  const [found] = value.holders;
  if (!found) throw new Error(`${fullName(person)} is not in the register`);
  return found.id;
}
