import { randomUUID } from "node:crypto";
import { buildAnswers } from "@tests/builders/answers";
import { impossibleId } from "@tests/builders/people";
import {
  buildDeskIntent,
  buildDeskWorld,
  count,
  type DeskWorld,
  holderNow,
  saveHolder,
  savePlace,
  send,
  setToday,
  tallies,
} from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase, type Row } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { submitAssessment } from "@/server/assessments/commands";
import { assignHolder } from "@/server/caseload/commands";
import { countHolders } from "@/server/caseload/holders";
import { database } from "@/server/db";
import {
  decryptNationalId,
  encryptNationalId,
  nationalIdIndex,
} from "@/server/holders/national-id";
import { searchHolders } from "@/server/holders/search";
import { answerRegistered, recordIntent } from "@/server/intents/commands";
import { viewForDesk, viewJustRegistered, viewReceipt } from "@/server/intents/queries";
import { listNotifications } from "@/server/notifications/queries";
import { refusalLetter } from "@/server/papers/signed";
import { getDeskDay } from "@/server/places/queries";
import { registerHolder } from "@/server/registrations/commands";
import { approveFound, decideRegistration } from "@/server/registrations/decisions";
import {
  countOpenRegistrations,
  countRegistrations,
  listRegistrations,
  viewRegistration,
  viewRegistrationReceipt,
} from "@/server/registrations/queries";
import { figuresNow } from "@/server/reports/figures";
import { enterRole, scoped } from "@/server/scope";

/** Registering a holder (docs/forms.md 2): from the card at the desk to ทุกคน. */
let world: DeskWorld;
let treasury: Actor;
let other: Actor;
let governor: Actor;
let deskId: string;
beforeAll(async () => {
  world = await buildDeskWorld();
  treasury = officer("provincial_officer", "54");
  other = officer("provincial_officer", "54");
  governor = officer("governor", "54");
  await onDatabase(async (client) => {
    for (const actor of [treasury, other, governor])
      await insert(client, "officer", officerRow(actor));
  });
  await setToday("2018-02-20");
  deskId = (await savePlace(world.chief, ["2018-02-20"])).desks["2018-02-20"] ?? "";
});

const inMueang = { provinceCode: "54", districtCode: "5401" };

let made = 500;
const nextId = () => {
  made += 1;
  return impossibleId("3", made);
};
const person = () => ({
  nationalId: nextId(),
  title: "นาย",
  firstName: "สมบูรณ์",
  lastName: "ใจเย็น",
  birthDate: "1 พ.ค. 2510",
  subdistrictCode: "540101",
  moo: 4,
  houseNo: "12/1",
  phone: "060-111-2222",
  occupation: "รับจ้างทั่วไป",
  incomeBaht: 24_000,
  cardShown: "both",
  deskId: null as string | null,
});
type Registered = { registrationId: string; receiptNumber: string };

async function register(
  by: Actor,
  more: object = {},
): Promise<Registered & { nationalId: string }> {
  const input = { ...person(), ...more };
  const sent = await send(registerHolder, by, input);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return { nationalId: input.nationalId, ...(sent.value as Registered) };
}
const decide = (by: Actor, registrationId: string, outcome: string, more: object = {}) =>
  send(decideRegistration, by, { registrationId, outcome, ...more });
const confirm = (by: Actor, id: string) =>
  decide(by, id, "confirmed", { letterNumber: "กค 0100/77" });
const rowOf = (table: string, id: string): Promise<Row> =>
  onDatabase(
    async (client) => (await client.query(`SELECT * FROM ${table} WHERE id = $1`, [id])).rows[0],
  );
const standingOf = async (id: string) => {
  const { standing, counted, must_reach } = await rowOf("holder", id);
  return [standing, counted, must_reach];
};
const stateFor = async (by: Actor, id: string) =>
  (await scoped(by, (scope) => listRegistrations(scope))).rows.find((row) => row.id === id)?.state;

describe("who shows a card and is on no list", () => {
  it("is registered once, with a receipt, the number encrypted, and found by the desk from then on", async () => {
    const { registrationId, nationalId, receiptNumber } = await register(world.desk, { deskId });
    expect(receiptNumber).toMatch(/^5401-\d{6}$/);
    const row = await rowOf("registration", registrationId);
    expect(decryptNationalId(row.national_id_enc as Buffer, registrationId)).toBe(nationalId);
    expect(JSON.stringify(row)).not.toContain(nationalId);
    const holder = await rowOf("holder", registrationId);
    expect(decryptNationalId(holder.national_id_enc as Buffer, registrationId)).toBe(nationalId);
    expect(holder).toMatchObject({
      district_code: "5401",
      income_2559_satang: 2_400_000,
      ministry_phone: "0601112222",
      moo: 4,
      created_batch_id: null,
      income_band: "up_to_30000",
    });
    const found = await scoped(world.desk, (scope) => searchHolders(scope, nationalId));
    expect(found).toMatchObject({ kind: "id", holders: [{ id: registrationId }] });
    expect(
      await scoped(world.desk, (scope) => viewRegistrationReceipt(scope, registrationId)),
    ).toMatchObject({ name: "นายสมบูรณ์ ใจเย็น", on: "2018-02-20", placeName: "หอประชุมอำเภอ" });
    expect(
      await scoped(world.neighbour, (scope) => viewRegistrationReceipt(scope, registrationId)),
    ).toBeNull();
    expect(await send(registerHolder, world.colleague, { ...person(), nationalId })).toMatchObject({
      fields: { nationalId: ["idKnown"] },
    });
  });

  it("says what is wrong: the number, the day of birth, the income, the place, a desk that is closed", async () => {
    const listed = await saveHolder(world, { district: "5402" });
    const before = await count("registration");
    for (const [input, expected] of [
      [{ nationalId: listed.nationalId }, { fields: { nationalId: ["idKnown"] } }],
      [{ nationalId: "3000000009990" }, { fields: { nationalId: ["idCheckDigit"] } }],
      [{ nationalId: "30000" }, { fields: { nationalId: ["idDigits"] } }],
      [{ birthDate: "31 ก.พ. 2510" }, { fields: { birthDate: ["date"] } }],
      [{ incomeBaht: 100_001 }, { fields: { incomeBaht: ["incomeTooHigh"] } }],
      [{ subdistrictCode: "550101" }, { fields: { subdistrictCode: ["choose"] } }],
      [{ deskId: listed.id }, { code: "DESK_NOT_OPEN" }],
      [{ cardShown: "none" }, { fields: { cardShown: ["choose"] } }],
    ] as const)
      expect(await send(registerHolder, world.desk, { ...person(), ...input })).toMatchObject({
        ok: false,
        ...expected,
      });
    expect(await send(registerHolder, world.chief, person())).toMatchObject({
      code: "NOT_ALLOWED",
    });
    expect(await count("registration")).toBe(before);
  });

  it("of an ID that another province has is refused, and the search says which", async () => {
    const { nationalId } = await saveHolder(world, { district: "5501" });
    expect(await send(registerHolder, world.desk, { ...person(), nationalId })).toMatchObject({
      fields: { nationalId: ["idOfOtherProvince"] },
    });
    const asked = (registering: boolean) =>
      scoped(world.desk, (scope) => searchHolders(scope, nationalId, undefined, registering));
    expect(await asked(true)).toEqual({ kind: "other_province", province: "น่าน" });
    expect(await asked(false)).toEqual({ kind: "id", holders: [] });
  });

  it("is one holder, though two register the same ID at once", async () => {
    const nationalId = nextId();
    const sent = await Promise.all(
      [world.desk, world.colleague, world.secretary, treasury].map((by) =>
        send(registerHolder, by, { ...person(), nationalId }),
      ),
    );
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    for (const refused of sent.filter(({ ok }) => !ok))
      expect(refused).toMatchObject({ fields: { nationalId: ["idKnown"] } });
    const index = Buffer.from(nationalIdIndex(nationalId));
    expect(await count("holder WHERE national_id_index = $1", index)).toBe(1);
    expect(await count("registration WHERE national_id_index = $1", index)).toBe(1);
  });

  it("shows near names and the household before the form", async () => {
    await saveHolder(world, {
      firstName: "สมบูรณ",
      lastName: "ใจเย็น",
      subdistrict_code: "540101",
      moo: 9,
      house_no: "1",
    });
    await saveHolder(world, {
      firstName: "แก้ว",
      lastName: "มาลา",
      subdistrict_code: "540101",
      moo: 9,
      house_no: "12/1",
    });
    const village = { subdistrictCode: "540101", moo: 9, houseNo: "12/1" };
    const answer = await scoped(world.desk, (scope) =>
      searchHolders(scope, "สมบูรณ์ ใจเย็น", village),
    );
    expect(answer).toMatchObject({
      kind: "near",
      holders: [{ houseNo: "1" }, { name: "นางแก้ว มาลา", houseNo: "12/1" }],
    });
  });

  it("who lives in another district belongs there, and both see it", async () => {
    const { registrationId, receiptNumber } = await register(world.desk, {
      subdistrictCode: "540201",
    });
    expect(receiptNumber).toMatch(/^5401-/);
    expect(await rowOf("holder", registrationId)).toMatchObject({ district_code: "5402" });
    expect(await stateFor(world.desk, registrationId)).toBe("waiting");
    expect(await stateFor(world.neighbour, registrationId)).toBe("waiting");
    expect(await stateFor(world.stranger, registrationId)).toBeUndefined();
    // The number of a district is of those who live in it.
    const here = await scoped(world.chief, (scope) =>
      countOpenRegistrations(scope, { districtCode: "5401" }),
    );
    const list = await scoped(world.chief, (scope) =>
      listRegistrations(scope, { state: "open", district: "5401" }),
    );
    expect([list.people, list.waiting, list.rows.length]).toEqual([here, here, here]);
    // The desk that wrote them down counts them as its work of the day, and knows how they stand, though not who they are.
    const recorded = await scoped(world.desk, (scope) =>
      listRegistrations(scope, { day: "2018-02-20", here: "1" }),
    );
    expect(recorded.rows.map(({ id }) => id)).toContain(registrationId);
    const { registrations } = await scoped(world.desk, getDeskDay);
    expect(recorded.people).toBe(registrations);
    const awaiting = (by: Actor) =>
      scoped(by, async (scope) => (await viewForDesk(scope, registrationId))?.awaiting);
    expect([await awaiting(world.desk), await awaiting(world.neighbour)]).toEqual([true, true]);
    const view = await scoped(world.chief, (scope) => viewRegistration(scope, registrationId));
    expect(view).toMatchObject({ holderHere: false, state: "waiting" });
    await confirm(treasury, registrationId);
    expect([await awaiting(world.desk), await awaiting(world.neighbour)]).toEqual([false, false]);
    expect(await stateFor(world.chief, registrationId)).toBe("confirmed");
    expect(await stateFor(world.desk, registrationId)).toBe("confirmed");
    expect(await stateFor(world.stranger, registrationId)).toBeUndefined();
  });
});

it("is listed and opened, the province's and the desk's, for whoever may", async () => {
  const byProvince = await register(treasury);
  const byDesk = await register(world.desk, { subdistrictCode: "540201" });
  const seen = (by: Actor, id: string) =>
    scoped(by, async (scope) => [
      (await listRegistrations(scope)).rows.find((row) => row.id === id)?.recordedBy,
      (await viewRegistration(scope, id))?.recordedBy,
    ]);
  for (const by of [world.desk, world.chief, treasury, governor])
    expect(await seen(by, byProvince.registrationId)).toEqual([treasury.name, treasury.name]);
  for (const by of [world.desk, world.chief, world.neighbour, treasury])
    expect(await seen(by, byDesk.registrationId)).toEqual([world.desk.name, world.desk.name]);
});

describe("who is registered at an office answers in the same visit", () => {
  const answer = (by: Actor, holderId: string, more: object = {}) => {
    const { deskId: _, ...form } = buildDeskIntent({ holderId, deskId: "" });
    return send(answerRegistered, by, { ...form, ...more });
  };
  const receiptOf = (by: Actor, sent: Awaited<ReturnType<typeof answer>>) =>
    scoped(by, (scope) => viewReceipt(scope, (sent as Recorded).value.intentId));
  type Recorded = { ok: true; value: { intentId: string; receiptNumber: string } };

  it.each([
    ["the secretary", () => world.secretary, "5401", "ที่ว่าการอำเภอเมืองแพร่"],
    ["the province", () => treasury, null, "ศาลากลางจังหวัดแพร่"],
  ])(
    "of %s: yes, consents, signature, and a receipt of its own",
    async (_, who, recorded, seat) => {
      const by = who();
      const { registrationId, receiptNumber } = await register(by);
      const view = await scoped(by, (scope) => viewJustRegistered(scope, registrationId));
      expect(view).toMatchObject({ name: "นายสมบูรณ์ ใจเย็น", birthYear: 1967, refused: null });
      const sent = await answer(by, registrationId);
      expect(sent).toMatchObject({
        ok: true,
        value: { receiptNumber: expect.stringMatching(/^5401-/) },
      });
      expect((sent as Recorded).value.receiptNumber).not.toBe(receiptNumber);
      expect(await rowOf("intent", (sent as Recorded).value.intentId)).toMatchObject({
        holder_id: registrationId,
        recorded_district_code: recorded,
        desk_id: null,
        place_name: expect.stringContaining(seat),
        consent_financial: true,
      });
      expect(await receiptOf(by, sent)).toMatchObject({ name: "นายสมบูรณ์ ใจเย็น", awaiting: true });
      expect(await receiptOf(world.neighbour, sent)).toBeNull();
      expect(await answer(by, registrationId)).toMatchObject({ code: "ALREADY_RECORDED" });
      expect(
        await scoped(by, async (scope) => (await viewRegistration(scope, registrationId))?.answers),
      ).toEqual([{ answer: "yes", on: "2018-02-20" }]);
      await confirm(other, registrationId);
      expect(await holderNow(registrationId)).toMatchObject({ first_yes_on: "2018-02-20" });
    },
  );

  it("of who registered them, on that day, in the days of the desks; in the database as well", async () => {
    const { registrationId } = await register(treasury);
    const listed = await saveHolder(world);
    for (const [by, holderId] of [
      [other, registrationId],
      [world.secretary, registrationId],
      [treasury, listed.id],
    ] as const)
      expect(await answer(by, holderId)).toMatchObject({ code: "NOT_FOUND" });
    expect(await answer(treasury, registrationId, { consentContact: null })).toMatchObject({
      fields: { consentContact: ["consentMissing"] },
    });
    const write = (by: Actor, holderId: string) =>
      database().$transaction(async (tx) => {
        await enterRole(tx, by);
        await tx.intent.createMany({
          data: [
            {
              id: randomUUID(),
              holderId,
              provinceCode: "54",
              districtCode: "5401",
              placeName: "x",
              answer: "yes",
              intentOn: new Date("2018-02-20"),
              consentFinancial: true,
              consentContact: true,
              consentTextVersion: "2018-02",
              signedBy: "signature",
              receiptNumber: randomUUID(),
              recordedById: by.id,
              recordedOn: new Date("2018-02-20"),
            },
          ],
        });
      });
    await expect(write(other, registrationId)).rejects.toThrow(/row-level security/);
    await expect(write(treasury, listed.id)).rejects.toThrow(/row-level security/);
    await setToday("2018-02-21");
    expect(await answer(treasury, registrationId)).toMatchObject({ code: "NOT_FOUND" });
    await setToday("2018-03-02");
    const late = await register(treasury);
    expect(await answer(treasury, late.registrationId)).toMatchObject({ code: "OUTSIDE_WINDOW" });
    await setToday("2018-02-20");
  });
});

it("nobody is registered once people are no more met at home", async () => {
  await setToday("2018-04-30");
  expect(await send(registerHolder, world.desk, person())).toMatchObject({ ok: true });
  await setToday("2018-05-01");
  for (const by of [world.desk, world.secretary, treasury])
    expect(await send(registerHolder, by, person())).toMatchObject({ code: "OUTSIDE_WINDOW" });
  await setToday("2018-02-20");
});

describe("until the province confirms", () => {
  it("a person is beside ทุกคน: no cohort, no counter, in no list but their own, and their yes is kept", async () => {
    const before = await tallies();
    const { registrationId } = await register(world.desk, { deskId });
    const sent = await send(
      recordIntent,
      world.desk,
      buildDeskIntent({ holderId: registrationId, deskId }),
    );
    expect(sent).toMatchObject({ ok: true });
    expect(await standingOf(registrationId)).toEqual(["awaiting", false, false]);
    expect(await holderNow(registrationId)).toMatchObject({
      latest_answer: "yes",
      first_yes_on: "2018-02-20",
    });
    expect((await tallies()).kept).toEqual(before.kept);
    const counted = (filter: object) =>
      scoped(world.chief, (scope) => countHolders(scope, { moo: 4, ...filter }));
    const [all, awaiting] = [await counted({}), await counted({ standing: "awaiting" })];
    await confirm(treasury, registrationId);
    expect(await counted({})).toBe(all + 1);
    expect(await counted({ standing: "awaiting" })).toBe(awaiting - 1);
  });

  it("who is interviewed meanwhile is in no number of the follow-up or of the pace; confirmed, they are in all", async () => {
    const ao = officer("account_officer", "5401", "CDD");
    await onDatabase(async (client) => {
      await insert(client, "officer", officerRow(ao));
      await insert(client, "account_officer_code", {
        code: "5401C901",
        officer_id: ao.id,
        province_code: "54",
        district_code: "5401",
        issued_on: "2018-02-01",
      });
    });
    const { registrationId: holderId } = await register(world.desk);
    const given = await send(assignHolder, world.secretary, { holderId, officerCode: "5401C901" });
    expect(given).toMatchObject({ ok: true });
    await setToday("2018-03-14");
    const numbers = async () => {
      const figures = await scoped(world.chief, (scope) =>
        figuresNow(scope, { level: "district", ...inMueang, period: "2018-03" }, "2018-03-14"),
      );
      const kept = await onDatabase(async (client) => {
        const { rows } = await client.query(
          "SELECT coalesce(sum(people), 0)::int AS people FROM follow_up_tally",
        );
        return rows[0]?.people as number;
      });
      const { people, awaiting, coverage } = figures;
      return { people, awaiting, total: coverage.total, kept };
    };
    const before = await numbers();
    const answers = buildAnswers();
    const outcome = await send(submitAssessment, ao, { holderId, version: 0, answers });
    expect(outcome).toMatchObject({ ok: true });
    expect(await holderNow(holderId)).toMatchObject({ state: "interviewed" });
    expect(await numbers()).toEqual(before);
    await confirm(treasury, holderId);
    expect(await numbers()).toEqual({
      people: before.people + 1,
      awaiting: (before.awaiting ?? 0) - 1,
      total: before.total + 1,
      kept: before.kept + 1,
    });
    await setToday("2018-02-20");
  });

  it("counts from its own date once a letter of the Ministry has confirmed it, by somebody else", async () => {
    const { registrationId } = await register(treasury);
    await setToday("2018-04-02");
    expect(await decide(treasury, registrationId, "confirmed")).toMatchObject({
      fields: { letterNumber: ["missing"] },
    });
    expect(await confirm(treasury, registrationId)).toMatchObject({ code: "NEEDS_OTHER_OFFICER" });
    expect(await confirm(world.secretary, registrationId)).toMatchObject({ ok: false });
    const before = await count("holder WHERE must_reach AND district_code = '5401'");
    const people = async () =>
      (await tallies()).kept.reduce((sum, row) => sum + Number(row.people), 0);
    const kept = await people();
    expect(await confirm(other, registrationId)).toMatchObject({ ok: true });
    expect(await standingOf(registrationId)).toEqual(["confirmed", true, true]);
    expect(await count("holder WHERE must_reach AND district_code = '5401'")).toBe(before + 1);
    expect(await people()).toBe(kept + 1);
    expect(await stateFor(world.chief, registrationId)).toBe("confirmed");
    expect(await confirm(other, registrationId)).toMatchObject({ code: "CONFLICT" });
    expect(await decide(other, registrationId, "refused", { reason: "xx" })).toMatchObject({
      code: "CONFLICT",
    });
    await setToday("2018-02-20");
  });

  it("is never confirmed by who registered it, in the database as well", async () => {
    const { registrationId } = await register(treasury);
    const write = (by: Actor) =>
      database().$transaction(async (tx) => {
        await enterRole(tx, by);
        await tx.registrationDecision.createMany({
          data: [
            {
              id: randomUUID(),
              registrationId,
              provinceCode: "54",
              districtCode: "5401",
              outcome: "confirmed",
              letterNumber: "กค 1",
              recordedById: by.id,
              recordedOn: new Date("2018-02-20"),
            },
          ],
        });
      });
    await expect(write(treasury)).rejects.toThrow(/row-level security/);
    await write(other);
    expect(await standingOf(registrationId)).toEqual(["confirmed", true, true]);
  });

  it("a refusal keeps the record with its reason, tells the district, and takes the person out of the work", async () => {
    const { registrationId } = await register(world.desk);
    expect(await decide(treasury, registrationId, "refused")).toMatchObject({
      fields: { reason: ["missing"] },
    });
    await decide(treasury, registrationId, "asked_ministry", { letterNumber: "พร 0003/12" });
    expect(await stateFor(world.secretary, registrationId)).toBe("asked_ministry");
    const letter = () =>
      scoped(treasury, async (scope) => {
        const person = await viewRegistration(scope, registrationId);
        return person && (await refusalLetter(scope, person, "2018-02-20"));
      });
    expect(await letter()).toBeNull();
    await decide(treasury, registrationId, "refused", { reason: "ไม่ผ่านคุณสมบัติ" });
    expect(await letter()).toMatchObject({ paper: { to: "นายสมบูรณ์ ใจเย็น" } });
    expect(JSON.stringify(await letter())).toContain("เนื่องจากไม่ผ่านคุณสมบัติ");
    expect(await standingOf(registrationId)).toEqual(["refused", false, false]);
    const view = await scoped(treasury, (scope) => viewRegistration(scope, registrationId));
    expect(view).toMatchObject({ state: "refused", decisions: [{ reason: "ไม่ผ่านคุณสมบัติ" }, {}] });
    const told = await scoped(world.secretary, listNotifications);
    expect(told.rows.map(({ href }) => href)).toContain(`/registrations/${registrationId}`);
    // The Ministry may change its mind.
    await confirm(other, registrationId);
    expect(await standingOf(registrationId)).toEqual(["confirmed", true, true]);
  });

  it("found on the list under another number, takes the yes of that day to the person on the list", async () => {
    const listed = await saveHolder(world);
    const { registrationId } = await register(world.desk, { deskId });
    await send(recordIntent, world.desk, buildDeskIntent({ holderId: registrationId, deskId }));
    const found = { nationalId: listed.nationalId };
    expect(await decide(treasury, registrationId, "other_number", found)).toMatchObject({
      ok: true,
    });
    const view = await scoped(treasury, (scope) => viewRegistration(scope, registrationId));
    const approval = { decisionId: view?.decisions[0]?.id, outcome: "approved" };
    expect(await send(approveFound, governor, approval)).toMatchObject({ ok: true });
    expect(await holderNow(listed.id)).toMatchObject({ first_yes_on: "2018-02-20" });
    expect(await holderNow(registrationId)).toMatchObject({ first_yes_on: null });
    expect(await stateFor(treasury, registrationId)).toBe("recorded");
    expect(await standingOf(registrationId)).toEqual(["refused", false, false]);
  });
});

describe("a record carried over from มาแล้วไม่พบรายชื่อ", () => {
  async function carriedOver() {
    const id = randomUUID();
    const nationalId = nextId();
    await onDatabase((client) =>
      insert(client, "registration", {
        id,
        province_code: "54",
        district_code: "5401",
        recorded_district_code: "5401",
        name: "นางมา ก่อน",
        national_id_enc: Buffer.from(encryptNationalId(nationalId, id)),
        national_id_index: Buffer.from(nationalIdIndex(nationalId)),
        national_id_last4: nationalId.slice(-4),
        place_name: "ศาลากลางบ้าน",
        came_on: "2018-02-20",
        receipt_number: `5401-9${made}`.padEnd(11, "0"),
        recorded_by_id: world.desk.id,
      }),
    );
    return { id, nationalId };
  }

  it("waits, cannot be confirmed before it is whole, and is answered in words", async () => {
    const { id } = await carriedOver();
    const { waiting } = await scoped(treasury, countRegistrations);
    expect(waiting).toBeGreaterThan(0);
    expect(await confirm(treasury, id)).toMatchObject({ fields: { outcome: ["notWhole"] } });
    expect(await decide(world.secretary, id, "refused", { reason: "xx" })).toMatchObject({
      ok: false,
    });
    await decide(treasury, id, "refused", { reason: "ไม่ผ่านคุณสมบัติ" });
    expect(await stateFor(world.secretary, id)).toBe("refused");
  });

  it("keeps its day when the person is registered in full later, and two persons agree", async () => {
    const { id, nationalId } = await carriedOver();
    expect(await decide(treasury, id, "found")).toMatchObject({
      fields: { outcome: ["notListed"] },
    });
    await setToday("2018-04-02");
    const { registrationId } = await register(world.secretary, { nationalId });
    await confirm(treasury, registrationId);
    expect(await decide(treasury, id, "found")).toMatchObject({ ok: true });
    const view = await scoped(treasury, (scope) => viewRegistration(scope, id));
    const approval = { decisionId: view?.decisions[0]?.id, outcome: "approved" };
    expect(await send(approveFound, treasury, approval)).toMatchObject({
      code: "NEEDS_OTHER_OFFICER",
    });
    expect(await holderNow(registrationId)).toMatchObject({ first_yes_on: null });
    expect(await send(approveFound, governor, approval)).toMatchObject({ ok: true });
    expect(await holderNow(registrationId)).toMatchObject({
      first_yes_on: "2018-02-20",
      state: "met_in_february",
    });
    const receipts = await onDatabase(
      async (client) =>
        (await client.query("SELECT * FROM intent WHERE holder_id = $1", [registrationId])).rows,
    );
    expect(receipts).toMatchObject([
      { recorded_by_id: world.desk.id, confirmed_by_id: governor.id, consent_financial: false },
    ]);
    await setToday("2018-02-20");
  });
});

it("is counted to the last one, and goes over pages", async () => {
  const many = 1050;
  const before = await scoped(treasury, countRegistrations);
  await onDatabase((client) =>
    client.query(
      `INSERT INTO registration (id, province_code, district_code, recorded_district_code, name, national_id_enc,
         national_id_index, national_id_last4, place_name, came_on, receipt_number, recorded_by_id)
       SELECT gen_random_uuid(), '54', '5403', '5403', 'นายมาก ' || n, '\\x00', decode(md5(n::text), 'hex'), '0000', 'วัด',
         '2018-02-01', 'M-' || n, $1 FROM generate_series(1, ${many}) n`,
      [world.desk.id],
    ),
  );
  const { waiting } = await scoped(treasury, countRegistrations);
  expect(waiting).toBe(before.waiting + many);
  const seen = new Set<string>();
  for (let after: string | undefined; ; ) {
    const { rows, next, people, ...page } = await scoped(treasury, (scope) =>
      listRegistrations(scope, { state: "open", district: "5403" }, { after }),
    );
    expect([people, page.waiting]).toEqual([many, many]);
    for (const { id } of rows) seen.add(id);
    if (!next) break;
    after = next;
  }
  expect(seen.size).toBe(many);
  expect(
    await scoped(treasury, (scope) => countOpenRegistrations(scope, { districtCode: "5403" })),
  ).toBe(many);
});
