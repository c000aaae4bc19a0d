import { impossibleId } from "@tests/builders/people";
import {
  buildDeskIntent,
  buildDeskWorld,
  type DeskWorld,
  saveHolder,
  savePlace,
  send,
  setToday,
} from "@tests/integration/desk-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { recordIntent } from "@/server/intents/commands";
import { viewReceipt } from "@/server/intents/queries";
import { listNotifications } from "@/server/notifications/queries";
import { registerHolder } from "@/server/registrations/commands";
import { scoped } from "@/server/scope";
import { addPerson, closeAdmin, csv, importFile, listOf, people, sql, undo } from "./import-steps";

/** A later list contains an ID that was registered at a desk and awaits the Ministry (docs/decisions/0030). */
let world: DeskWorld;
let treasury: Actor;
let deskId: string;
beforeAll(async () => {
  world = await buildDeskWorld();
  treasury = await addPerson("treasury", "provincial_officer");
  await setToday("2018-02-20");
  deskId = (await savePlace(world.chief, ["2018-02-20"])).desks["2018-02-20"] ?? "";
});
afterAll(closeAdmin);

async function registerWithYes(nationalId: string) {
  const registered = await send(registerHolder, world.desk, {
    nationalId,
    title: "นาย",
    firstName: "สมบูรณ์",
    lastName: "ใจเย็น",
    birthDate: "1 พ.ค. 2510",
    subdistrictCode: "540101",
    moo: 4,
    houseNo: "12/1",
    phone: "060-111-2222",
    occupation: "รับจ้างทั่วไป",
    incomeBaht: 50_000,
    cardShown: "both",
    deskId,
  });
  if (!registered.ok) throw new Error(JSON.stringify(registered));
  const { registrationId } = registered.value as { registrationId: string };
  const yes = await send(
    recordIntent,
    world.desk,
    buildDeskIntent({ holderId: registrationId, deskId }),
  );
  if (!yes.ok) throw new Error(JSON.stringify(yes));
  return registrationId;
}

async function holderIs(id: string) {
  const [row] = await sql(
    `SELECT standing, counted, must_reach, first_name, last_name, birth_date::text, subdistrict_code, moo, house_no,
       ministry_phone, income_2559_satang, earlier_income_satang, income_in_force_satang, changed_batch_id, state, latest_answer,
       first_yes_on::text, (SELECT sum(people)::int FROM holder_tally) AS tally FROM holder WHERE id = $1`,
    [id],
  );
  return row;
}

/** What was given at the desk: the answer with its receipt, and the registration with its own. */
const papersOf = (id: string) =>
  sql(
    `SELECT i.id, i.answer, i.intent_on::text, i.receipt_number, i.counts, r.receipt_number AS registered, r.first_name, r.income_satang
     FROM intent i JOIN registration r ON r.holder_id = i.holder_id WHERE i.holder_id = $1`,
    [id],
  );

it("a list that has a registered ID makes the person listed, with the yes and the receipts; its undo gives the standing back", async () => {
  const nationalId = impossibleId("3", 77);
  const id = await registerWithYes(nationalId);
  const counted = await saveHolder(world);
  const before = await holderIs(id);
  const papers = await papersOf(id);
  expect(before).toMatchObject({
    standing: "awaiting",
    must_reach: false,
    income_2559_satang: 5_000_000,
    latest_answer: "yes",
    // The other holder alone.
    tally: 1,
  });
  expect(papers).toMatchObject([{ answer: "yes", intent_on: "2018-02-20", counts: true }]);

  await setToday("2018-03-05");
  const [one] = people(1, "listed", ["540103"]);
  if (!one) throw new Error("nobody");
  const says = {
    firstName: "สมบูรณ์",
    lastName: "ใจดี",
    birthDateWritten: "02/05/2510",
    moo: 7,
    houseNo: "99",
    phone: "0602223333",
    income: 20_000,
  };
  const batch = await importFile(treasury, csv(listOf([{ ...one, ...says, nationalId }])));
  expect([batch.created, batch.changed, batch.rejected]).toEqual([0, 1, 0]);
  expect(await holderIs(id)).toMatchObject({
    standing: "listed",
    counted: true,
    must_reach: true,
    last_name: "ใจดี",
    birth_date: "1967-05-02",
    subdistrict_code: "540103",
    moo: 7,
    house_no: "99",
    ministry_phone: "0602223333",
    // No sum was due before, so the Ministry's income decides from the beginning, not from the month after.
    income_2559_satang: 2_000_000,
    earlier_income_satang: null,
    income_in_force_satang: 2_000_000,
    changed_batch_id: batch.id,
    state: "met_in_february",
    latest_answer: "yes",
    first_yes_on: "2018-02-20",
    tally: 2,
  });
  // The import that made the yes count has decided it, by the Ministry's income.
  expect(
    await sql(
      "SELECT yes_on::text, decided_on::text, satang_a_month::text FROM entitlement_decision WHERE holder_id = $1",
      [id],
    ),
  ).toEqual([{ yes_on: "2018-02-20", decided_on: "2018-03-05", satang_a_month: "20000" }]);
  expect(await sql("SELECT counts_from FROM holder_income WHERE holder_id = $1", [id])).toEqual([
    { counts_from: null },
  ]);
  // Neither what was stated nor what was answered is touched, and the receipt is found as before.
  expect(await papersOf(id)).toEqual(papers);
  expect(
    await scoped(world.desk, (scope) => viewReceipt(scope, papers[0]?.id as string)),
  ).toMatchObject({ answer: "yes" });
  const { rows: told } = await scoped(world.desk, (scope) => listNotifications(scope));
  expect(told).toMatchObject([{ kind: "registration_decided", href: `/registrations/${id}` }]);

  // The other holder is missing from the list, who awaited could not be.
  expect(batch.missing).toBe(1);
  expect(
    await sql("SELECT unnest(holder_ids) AS id FROM import_missing WHERE batch_id = $1", [
      batch.id,
    ]),
  ).toEqual([{ id: counted.id }]);

  expect((await undo(treasury, batch)).status).toBe("undone");
  expect(await holderIs(id)).toEqual(before);
  expect(await papersOf(id)).toEqual(papers);
  expect(await sql("SELECT FROM holder_income WHERE holder_id = $1", [id])).toEqual([]);
});
