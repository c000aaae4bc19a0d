import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { refuseInterview } from "@/server/assessments/commands";
import { assignHolder } from "@/server/caseload/commands";
import { type AnyCommand, execute } from "@/server/command";
import { saveFormDraft } from "@/server/form-drafts/commands";
import { findFormDraft } from "@/server/form-drafts/queries";
import { scoped } from "@/server/scope";
import { makeAppointment, recordDeparture, recordVisit } from "@/server/visits/commands";
import { buildCaseloadWorld, type CaseloadWorld, savePeople } from "./caseload-world";
import { asSuperuser } from "./demo-world";
import { count, setToday } from "./desk-world";

/** What is typed in a short form of the field and not recorded yet. */
let world: CaseloadWorld;
let officer: Actor;
let other: Actor;
let people: string[];
const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });

beforeAll(async () => {
  world = await buildCaseloadWorld();
  [officer, other] = world.officers;
  await savePeople(world, 8);
  await setToday("2018-03-14");
  people = (await asSuperuser<{ id: string }>("SELECT id FROM holder ORDER BY id")).map(
    ({ id }) => id,
  );
  for (const holderId of people) {
    const given = await send(assignHolder, world.secretary, {
      holderId,
      officerCode: world.codes[0],
    });
    expect(given).toMatchObject({ ok: true });
  }
});

const typed = { what: "visit", outcome: "not_home", note: "บ้านปิด", visitedOn: "2018-03-14" };
const keep = (holderId: string, form: string, given: unknown = typed, by = officer) =>
  send(saveFormDraft, by, { holderId, form, given });
const kept = async (holderId: string, form: "visit" | "contact" | "refusal", by = officer) =>
  (await scoped(by, (scope) => findFormDraft(scope, holderId, form)))?.given ?? null;

it("is there again, for its officer alone, one of each form for a person; the later one stands", async () => {
  const [holderId = ""] = people;
  expect(await keep(holderId, "visit")).toMatchObject({ ok: true });
  expect(await keep(holderId, "contact", { note: "โทรแล้ว" })).toMatchObject({ ok: true });
  expect(await keep(holderId, "visit", { ...typed, note: "เพื่อนบ้านว่าไปสวน" })).toMatchObject({
    ok: true,
  });
  expect(await kept(holderId, "visit")).toEqual({ ...typed, note: "เพื่อนบ้านว่าไปสวน" });
  expect(await kept(holderId, "contact")).toEqual({ note: "โทรแล้ว" });
  expect(await kept(holderId, "visit", other)).toBeNull();
  expect(await keep(holderId, "visit", typed, other)).toMatchObject({ code: "NOT_FOUND" });
  // A form that is empty again keeps nothing.
  expect(await keep(holderId, "contact", null)).toMatchObject({ ok: true });
  expect(await kept(holderId, "contact")).toBeNull();
});

it.each([
  [
    "a visit",
    recordVisit,
    { visitedOn: "2018-03-14", outcome: "not_home", note: "x", nextOn: null },
  ],
  [
    "an appointment",
    makeAppointment,
    { meetOn: "2018-03-20", meetAt: null, kind: "home", placeName: null },
  ],
  ["a refusal", refuseInterview, { refusedOn: "2018-03-14", reason: "ไม่สะดวก" }],
  [
    "a death",
    recordDeparture,
    { kind: "deceased", departedOn: "2018-03-01", source: "relative", sourceDetail: "บุตรแจ้ง" },
  ],
])("ends with the record of %s, and not without it", async (name, command, input) => {
  const holderId = people[["a visit", "an appointment", "a refusal", "a death"].indexOf(name) + 1];
  if (!holderId) throw new Error("nobody");
  await keep(holderId, "visit");
  expect(
    await send(command, officer, { holderId, ...input, reason: 7, kind: 7, outcome: 7 }),
  ).toMatchObject({
    code: "INVALID",
  });
  expect(await kept(holderId, "visit")).toEqual(typed);
  expect(await send(command, officer, { holderId, ...input })).toMatchObject({ ok: true });
  expect(await kept(holderId, "visit")).toBeNull();
});

it("is in the audit once a day, not at each keystroke, and never with what was typed", async () => {
  const holderId = people[6] ?? "";
  const entries = () =>
    count("audit.event WHERE subject_id = $1 AND detail::text LIKE '%draft%'", holderId);
  for (const note of ["บ", "บ้", "บ้า", "บ้าน"]) await keep(holderId, "visit", { ...typed, note });
  expect(await entries()).toBe(1);
  expect(await count("audit.event WHERE detail::text LIKE '%บ้าน%'")).toBe(0);
});
