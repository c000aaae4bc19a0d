import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { demoToday } from "@tests/builders/demo-officers";
import { areaNames, ministryHeaders, ministryList } from "@tests/builders/ministry-list";
import { type SyntheticPerson, syntheticPeople, tableOf } from "@tests/builders/people";
import { officerNamed } from "@/cli/demo/officers";
import { provinceOf } from "@/domain/areas";
import { demoPassword } from "@/domain/demo";
import { guessColumns } from "@/domain/import/columns";
import type { Actor } from "@/domain/policy";
import { referenceAreas } from "@/server/areas/reference";
import { toDateColumn } from "@/server/clock";
import { execute } from "@/server/command";
import { database } from "@/server/db";
import { openListFile } from "@/server/imports/list-file";
import { runImport } from "@/server/jobs/import";
import { addOfficer } from "@/server/officers/commands";
import { enterRole } from "@/server/scope";
import { makeUploadFolder, uploadPath } from "@/server/uploads/uploads";
import { timed } from "./timing";

/** As many people as the demo has all live in Phrae; more are spread over the country, unless all are wanted there. */
const demoPeople = 11_469;

const areas = referenceAreas();
const names = areaNames(areas.provinces, areas.districts, areas.subdistricts);

/** `home`: how many of the people are of the province that is measured. */
export type Imported = { people: number; home: number; seconds: number };

/**
 * Fills the register as the provinces would: one delivery of the Ministry's list for each, run by the import's
 * own job. Only the jobs are timed, not the writing of the lists.
 * @param treasury the demo's officer of Phrae, who imports Phrae's list
 */
export async function importRegister(
  people: number,
  treasury: Actor,
  progress: (text: string) => void,
  spread: "by number" | "at home" = "by number",
): Promise<Imported> {
  const country = spread === "by number" && people > demoPeople;
  const subdistricts = areas.subdistricts
    .map(({ code }) => code)
    .filter((code) => country || provinceOf(code) === treasury.provinceCode);
  const imported: Imported = { people: 0, home: 0, seconds: 0 };
  const list = syntheticPeople({ seed: "phrae", subdistricts, table: tableOf(people) });
  for (const delivery of deliveries(list)) {
    const officer =
      delivery.provinceCode === treasury.provinceCode
        ? treasury
        : await addTreasury(delivery.provinceCode);
    imported.seconds += await importList(officer, delivery.people);
    imported.people += delivery.people.length;
    if (officer === treasury) imported.home = delivery.people.length;
    progress(
      `${imported.people} of ${people} (${Math.round(imported.people / imported.seconds)}/s)`,
    );
  }
  return imported;
}

type Delivery = { provinceCode: string; people: SyntheticPerson[] };

/** The people come in order of their subdistrict, so one province at a time is in memory. */
function* deliveries(people: Iterable<SyntheticPerson>): Generator<Delivery> {
  let delivery: Delivery = { provinceCode: "", people: [] };
  for (const person of people) {
    const provinceCode = provinceOf(person.subdistrictCode);
    if (provinceCode !== delivery.provinceCode) {
      if (delivery.people.length > 0) yield delivery;
      delivery = { provinceCode, people: [] };
    }
    delivery.people.push(person);
  }
  yield delivery;
}

async function addTreasury(provinceCode: string): Promise<Actor> {
  const login = `treasury${provinceCode}`;
  const added = await execute(addOfficer, await officerNamed("console"), {
    id: randomUUID(),
    input: {
      login,
      name: "นายคลัง จังหวัด",
      role: "provincial_officer",
      position: "คลังจังหวัด",
      provinceCode,
      districtCode: null,
      agency: null,
      phone: null,
      password: demoPassword,
    },
  });
  if (!added.ok) throw new Error(`${login}: ${JSON.stringify(added)}`);
  return officerNamed(login);
}

/** People of Phrae, the same for the same number. */
export function peopleOfPhrae(count: number): SyntheticPerson[] {
  const subdistricts = areas.subdistricts
    .map(({ code }) => code)
    .filter((code) => provinceOf(code) === "54");
  return [...syntheticPeople({ seed: "phrae", subdistricts, table: tableOf(count) })];
}

/** Seconds that the job of one delivery takes, from a file that is read: judging every row, merging, counting, the audit. */
export async function importList(
  officer: Actor,
  people: readonly SyntheticPerson[],
  { number = 1, created = people.length } = {},
): Promise<number> {
  const [batchId, jobId] = [randomUUID(), randomUUID()];
  await writeList(officer, batchId, people);
  const provinceCode = officer.provinceCode ?? "";
  await database().$transaction(async (tx) => {
    await enterRole(tx, officer);
    await tx.job.createMany({
      data: [
        {
          id: jobId,
          kind: "import",
          input: { batchId, mode: "run" },
          requestedById: officer.id,
          provinceCode,
        },
      ],
    });
    await tx.importBatch.createMany({
      data: [
        {
          id: batchId,
          provinceCode,
          number,
          jobId,
          fileName: "list.csv",
          fileSha256: "0".repeat(64),
          fileBytes: 0n,
          columns: guessColumns([...ministryHeaders]),
          status: "running",
          programmeOn: toDateColumn(demoToday),
          createdById: officer.id,
        },
      ],
    });
  });
  // Where there is a check, it has read the file before anybody can start the run.
  await openListFile(uploadPath(officer.id, batchId), "list.csv");
  const milliseconds = await timed(() => runImport(jobId));
  await checkImported(officer, batchId, people.length, created);
  return milliseconds / 1000;
}

async function writeList(officer: Actor, batchId: string, people: Iterable<SyntheticPerson>) {
  await makeUploadFolder(officer.id);
  const file = createWriteStream(uploadPath(officer.id, batchId), { mode: 0o600 });
  for (const piece of ministryList(people, names))
    if (!file.write(piece)) await once(file, "drain");
  file.end();
  await once(file, "close");
}

/** A time of an import that left people out would be worthless. */
async function checkImported(officer: Actor, batchId: string, people: number, created: number) {
  const batch = await database().$transaction(async (tx) => {
    await enterRole(tx, officer);
    return tx.importBatch.findUniqueOrThrow({ where: { id: batchId } });
  });
  if (batch.status !== "done" || batch.created !== created || batch.rejected > 0)
    throw new Error(
      `The import of ${people} ended as ${batch.status}: created ${batch.created}, rejected ${batch.rejected} (${JSON.stringify(batch.reasons)}).`,
    );
}
