import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { dueOf } from "@/domain/due";
import { type ExportList, exportLists, mayExport, worklists } from "@/domain/export-order";
import type { Actor } from "@/domain/policy";
import { say } from "@/i18n/words";
import { listTasks } from "@/server/agency-tasks/queries";
import { listHolders } from "@/server/caseload/holders";
import { listWaitingLong } from "@/server/caseload/waiting";
import { execute } from "@/server/command";
import { requestExport } from "@/server/exports/commands";
import { takeExport } from "@/server/exports/queries";
import { runExport } from "@/server/jobs/export";
import { listMinistry } from "@/server/ministry/queries";
import { listReferrals } from "@/server/referrals/queries";
import { listRegistrations, readRegistrationFilter } from "@/server/registrations/queries";
import { type Scoped, scoped } from "@/server/scope";
import { listTransfers } from "@/server/transfers/queries";
import { listCalendar } from "@/server/visits/calendar";
import { makeAppointment } from "@/server/visits/commands";
import { asSuperuser, loadedDemo, signedIn } from "./demo-world";
import { setToday } from "./desk-world";
import { csvOf, made, order } from "./export-files";

/** Each worklist as a file: the rows of the screen in its order, under the reader's own reach and filter. */
let officer: Actor;
let secretary: Actor;
let chief: Actor;
let treasury: Actor;
let agency: Actor;
const today = "2018-03-20";
beforeAll(async () => {
  await loadedDemo();
  officer = await signedIn("baac.long");
  secretary = await signedIn("secretary.long");
  chief = await signedIn("chief.long");
  treasury = await signedIn("treasury");
  agency = await signedIn("agency.baac");
  await setToday(today);
  await asSuperuser(
    `INSERT INTO agency_task (id, province_code, agency, subject, asked, due_on, decision, prepared_by_id, prepared_on, decided_by_id, decided_on, letter_number)
     SELECT gen_random_uuid(), '54', x.agency, x.subject, 'ขอให้ดำเนินการ', '2018-03-31', 'approved', p.id, '2018-03-01', g.id, '2018-03-02', 'พร 1'
     FROM officer p, officer g, (VALUES ('DSD', 'เปิดหลักสูตรช่าง')) x(agency, subject)
     WHERE p.login = 'treasury' AND g.login = 'governor'`,
  );
  const met = await asSuperuser<{ id: string }>(
    "SELECT id FROM holder WHERE account_officer_id = $1 AND state = 'assigned' ORDER BY id LIMIT 3",
    [officer.id],
  );
  for (const { id } of met)
    await execute(makeAppointment, officer, {
      id: randomUUID(),
      input: { holderId: id, meetOn: "2018-03-22", meetAt: "09:30", kind: "home", placeName: null },
    });
});

type Given = { view?: Record<string, string>; filter?: object };
const file = async (actor: Actor, list: ExportList, given: Given = {}) => {
  const [header = [], ...rows] = await csvOf(await made(actor, { list, ...given }));
  return { header, rows, column: (name: string) => rows.map((row) => row[header.indexOf(name)]) };
};
const on = <Value>(actor: Actor, read: (scope: Scoped) => Promise<Value>) => scoped(actor, read);

describe("a worklist as a file", () => {
  it.each([
    ["agency", () => agency],
    ["account officer", () => officer],
    ["district", () => chief],
    ["province", () => treasury],
  ] as const)("has the referrals that the %s sees, filtered as on the screen", async (_, who) => {
    const views: Record<string, string>[] = [
      {},
      { state: "accepted" },
      { state: "sent", project: "BAAC-01" },
    ];
    for (const view of views) {
      const { rows, total } = await on(who(), (scope) => listReferrals(scope, view));
      const { column, rows: written } = await file(who(), "referrals", { view });
      expect(written).toHaveLength(total);
      expect(column("ชื่อ").slice(0, rows.length)).toEqual(rows.map(({ personName }) => personName));
    }
    expect((await file(who(), "referrals")).rows.length).toBeGreaterThan(0);
  });

  it("has an agency's tasks and nobody else's, the province's have all", async () => {
    for (const who of [agency, treasury]) {
      const shown = await on(who, listTasks);
      const { column } = await file(who, "tasks");
      expect(column("เรื่อง")).toEqual(shown.tasks.map(({ subject }) => subject));
      expect(column("หน่วยงาน").includes("กรมพัฒนาฝีมือแรงงาน")).toBe(who === treasury);
      expect(column("เหลือเวลา")).toEqual(
        shown.tasks.map(({ dueOn, decision, answers }) =>
          decision !== "approved" ||
          answers[0]?.outcome === "done" ||
          answers[0]?.outcome === "refused"
            ? ""
            : say("words.due", dueOf(dueOn, today)),
        ),
      );
    }
  });

  it("has the transfers of a district, or only those that wait for its answer", async () => {
    const logins = await asSuperuser<{ login: string }>(
      `SELECT DISTINCT o.login FROM officer o JOIN caseload_transfer t ON t.to_officer_id = o.id OR t.recorded_by_id = o.id
         OR (o.role = 'district_secretary' AND o.district_code IN (t.district_code, t.to_district_code)) WHERE o.role <> 'district_chief'`,
    );
    expect(logins.length).toBeGreaterThan(1);
    let rows = 0;
    for (const { login } of logins) {
      const who = await signedIn(login);
      const { waiting, asked, answered } = await on(who, listTransfers);
      const all = await file(who, "transfers");
      expect(all.column("รายละเอียด")).toEqual(
        [...waiting, ...asked, ...answered].map(({ reason }) => reason),
      );
      const mine = await file(who, "transfers", { view: { waiting: "1" } });
      expect(mine.rows).toHaveLength(waiting.length);
      rows += all.rows.length;
    }
    expect(rows).toBeGreaterThan(0);
  });

  it("has who has waited too long for an account officer, all of them", async () => {
    const shown = await on(chief, (scope) => listWaitingLong(scope, today));
    const { column } = await file(chief, "waiting");
    expect(column("ชื่อ")).toHaveLength(shown.people);
    expect(shown.people).toBeGreaterThan(0);
    expect(column("ชื่อ").slice(0, shown.rows.length)).toEqual(shown.rows.map(({ name }) => name));
  });

  it("has an account officer's own appointments, in the order of his calendar", async () => {
    const { appointments } = await on(officer, (scope) => listCalendar(scope, 14));
    const { column } = await file(officer, "appointments");
    expect(column("ชื่อ")).toEqual(appointments.map(({ person }) => person.name));
    expect(column("วันนัด")).toContain("22/03/2561");
  });

  it("has whom a round asks for, with masked IDs, within the reader's reach", async () => {
    for (const filter of [{}, { round: "june_open" }, { contacts: "0" }] as const)
      for (const who of [officer, secretary, treasury]) {
        const { rows, total } = await on(who, (scope) =>
          listHolders(scope, { ...filter, plan: "active" }, {}),
        );
        const { column, rows: written } = await file(who, "follow_ups", { filter });
        expect(written).toHaveLength(total);
        expect(column("ชื่อ").slice(0, rows.length)).toEqual(rows.map(({ name }) => name));
        expect(column("เลขประจำตัวประชาชน").every((id) => id?.startsWith("x-xxxx-"))).toBe(true);
      }
    expect((await file(officer, "follow_ups")).rows.length).toBeGreaterThan(0);
  });

  it("has what the Ministry has not been told, by state and district", async () => {
    for (const [who, view] of [
      [officer, {}],
      [secretary, { state: "unreported" }],
      [treasury, { state: "unreported", district: "5403" }],
      [treasury, { state: "reported" }],
    ] as const) {
      const { state = "unreported", district = null } = view as {
        state?: "unreported";
        district?: string;
      };
      const shown = await on(who, (scope) => listMinistry(scope, { state, district, page: 1 }));
      const { column, rows } = await file(who, "ministry_entries", { view });
      expect(rows).toHaveLength(shown?.total ?? -1);
      expect(column("ชื่อ").slice(0, shown?.rows.length)).toEqual(
        shown?.rows.map(({ name }) => name),
      );
    }
    expect((await file(officer, "ministry_entries")).rows.length).toBeGreaterThan(0);
  });

  it("has who came and was on no list, by district and state", async () => {
    const views: Record<string, string>[] = [
      {},
      { district: "5401" },
      { state: "waiting" },
      { state: "recorded" },
    ];
    for (const view of views) {
      const { rows: shown } = await on(treasury, (scope) =>
        listRegistrations(scope, readRegistrationFilter(view)),
      );
      const { column } = await file(treasury, "registrations", { view });
      expect(column("เลขที่ใบรับ")).toEqual(shown.map(({ receiptNumber }) => receiptNumber));
    }
  });

  it("begins with Thai headers, whichever it is", async () => {
    const readers: Partial<Record<ExportList, Actor>> = {
      waiting: chief,
      tasks: agency,
      registrations: chief,
      rule_people: treasury,
    };
    for (const list of [...worklists, "registrations", "inquiries", "corrections"] as const) {
      const { header } = await file(readers[list] ?? officer, list);
      expect(header.length, list).toBeGreaterThan(5);
      for (const name of header) expect(name, list).toMatch(/[ก-๙]|^AO$/);
    }
  });
});

describe("who may have which", () => {
  it("the governor has every list that he may read, and it is written", async () => {
    const governor = await signedIn("governor");
    for (const list of exportLists.filter((each) => mayExport(governor, each))) {
      const jobId = await made(governor, { list });
      const [header] = await csvOf(jobId);
      expect(header?.length, list).toBeGreaterThan(3);
    }
  });

  it("is who may read it; the others are refused", async () => {
    const refused: [Actor, ExportList][] = [
      [officer, "tasks"],
      [officer, "waiting"],
      [officer, "areas"],
      [agency, "holders"],
      [agency, "follow_ups"],
      [agency, "inquiries"],
      [chief, "appointments"],
      [chief, "tasks"],
      [treasury, "transfers"],
      [await signedIn("governor"), "transfers"],
      [await signedIn("governor"), "waiting"],
    ];
    for (const [who, list] of refused)
      expect(
        await execute(requestExport, who, { id: randomUUID(), input: order({ list }) }),
        `${who.role} ${list}`,
      ).toMatchObject({ ok: false, code: "NOT_ALLOWED" });
  });

  it("is an officer's own, with masked IDs; his colleague does not get his file", async () => {
    const jobId = await made(officer, { list: "holders" });
    const [, ...rows] = await csvOf(jobId);
    const [own] = await asSuperuser<{ n: number }>(
      "SELECT count(*)::int AS n FROM holder WHERE account_officer_id = $1",
      [officer.id],
    );
    expect(rows).toHaveLength(own?.n ?? -1);
    const asked = order({ list: "holders", reason: "ส่งให้ธนาคารตามหนังสือ" });
    expect(await execute(requestExport, officer, { id: randomUUID(), input: asked })).toMatchObject(
      { code: "NOT_ALLOWED" },
    );
    expect(await on(officer, (scope) => takeExport(scope, jobId))).not.toBeNull();
    for (const other of [await signedIn("cdd.long"), agency, chief])
      expect(await on(other, (scope) => takeExport(scope, jobId))).toBeNull();
  });

  it("is asked again when the file is written: who has changed office in between gets none", async () => {
    const leaver = await signedIn("secretary.long");
    const ordered = await execute(requestExport, leaver, {
      id: randomUUID(),
      input: order({ list: "waiting" }),
    });
    if (!ordered.ok) throw new Error(JSON.stringify(ordered));
    await asSuperuser("UPDATE officer SET role = 'account_officer', agency = 'CDD' WHERE id = $1", [
      leaver.id,
    ]);
    await runExport(ordered.value.jobId);
    const [job] = await asSuperuser("SELECT status, failure FROM job WHERE id = $1", [
      ordered.value.jobId,
    ]);
    expect(job).toEqual({ status: "failed", failure: "NOT_ALLOWED" });
  });
});
