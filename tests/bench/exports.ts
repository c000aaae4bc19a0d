import { randomUUID } from "node:crypto";
import { createWriteStream, readFileSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { demoToday } from "@tests/builders/demo-officers";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { addDemoOfficers, officerNamed } from "@/cli/demo/officers";
import type { ExportFormat } from "@/domain/export-order";
import { execute } from "@/server/command";
import { database } from "@/server/db";
import { env } from "@/server/env";
import { requestExport } from "@/server/exports/commands";
import { exportPath } from "@/server/exports/files";
import { runExport } from "@/server/jobs/export";
import { setProgrammeDate } from "./casework";
import { importRegister } from "./register";
import { timed } from "./timing";

/**
 * Files of a whole province, on a database that scripts/bench.mjs has started. Each file is written by a process of its
 * own, whose peak memory is then that of an export: `fill N`, then `csv`, `csv whole`, `xlsx`. One line of JSON to stdout.
 */
const [what = "", more] = process.argv.slice(2);
const adminUrl = process.env.ADMIN_URL ?? "";
const progress = (text: string) => process.stderr.write(`  ${text}\n`);

/** A province of so many holders, as its own list was imported. */
async function fill(people: number) {
  await setProgrammeDate(adminUrl, demoToday);
  await addDemoOfficers();
  return importRegister(people, await officerNamed("treasury"), progress, "at home");
}

/** What a bare COPY of the same rows with the same joins takes, and what the product's job takes for its file. */
async function write(format: ExportFormat, unmasked: boolean) {
  const treasury = await officerNamed("treasury");
  const bare = await copyOut(join(env().DATA_DIR, "bare.copy"));
  const ordered = await execute(requestExport, treasury, {
    id: randomUUID(),
    input: {
      list: "holders",
      format,
      filter: {},
      view: {},
      unmasked,
      reason: unmasked ? "วัดเวลาของการส่งออก" : null,
    },
  });
  if (!ordered.ok) throw new Error(JSON.stringify(ordered));
  const { jobId } = ordered.value;
  const before = { cpu: process.cpuUsage(), peak: peakMegabytes() };
  const seconds = (await timed(() => runExport(jobId))) / 1000;
  const { user, system } = process.cpuUsage(before.cpu);
  const again = await copyOut(join(env().DATA_DIR, "bare.copy"));
  const { size } = await stat(exportPath(jobId, format));
  return {
    ...{ format, unmasked, bytes: size },
    ...{ bare: (bare + again) / 2, seconds, cpu: (user + system) / 1e6 },
    ...{ peak: peakMegabytes(), before: before.peak },
  };
}

async function copyOut(path: string): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const columns = `h.national_id_last4, h.title, h.first_name, h.last_name, h.birth_date, h.house_no, h.moo, s.name, d.name,
    h.phone, h.standing, h.must_reach, h.age_class, h.income_band, h.state, h.latest_answer, h.first_yes_on,
    h.interviewed_on, h.account_officer_code, o.name`;
  const rows = `SELECT ${columns} FROM holder h JOIN subdistrict s ON s.code = h.subdistrict_code
    JOIN district d ON d.code = h.district_code LEFT JOIN officer o ON o.id = h.account_officer_id
    WHERE h.province_code = '54'`;
  try {
    const once = () =>
      pipeline(
        client.query(copyTo(`COPY (${rows}) TO STDOUT (FORMAT csv)`)),
        createWriteStream(path),
      );
    await once();
    return (await timed(once)) / 1000;
  } finally {
    rmSync(path, { force: true });
    await client.end();
  }
}

/** The most memory that this process ever had, as the kernel counts it. */
function peakMegabytes(): number {
  const status = readFileSync("/proc/self/status", "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

const figures =
  what === "fill" ? await fill(Number(more)) : await write(what as ExportFormat, more === "whole");
await database().$disconnect();
process.stdout.write(`${JSON.stringify(figures)}\n`);
