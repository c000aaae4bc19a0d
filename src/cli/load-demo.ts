import { demoProvince, demoToday } from "@tests/builders/demo-officers";
import { syntheticPeople } from "@tests/builders/people";
import { Client } from "pg";
import { provinceOf } from "@/domain/areas";
import type { Actor } from "@/domain/policy";
import { loadAreas } from "@/server/areas/load";
import { referenceAreas } from "@/server/areas/reference";
import { database } from "@/server/db";
import { ownerDatabaseUrl } from "@/server/env";
import { withJobClient } from "@/server/imports/job-connection";
import { decideLeft } from "@/server/jobs/decisions";
import { listOfficers } from "@/server/officers/queries";
import { scoped } from "@/server/scope";
import { playAroundCaseloads } from "./demo/caseload";
import { assignCaseloads, findCaseloads } from "./demo/caseloads";
import {
  announcePlaces,
  type DemoHolder,
  openDesks,
  recordIntents,
  registerHolders,
} from "./demo/desks";
import { insertHolders } from "./demo/holders";
import { holdInterviews, leaveUnfinished } from "./demo/interviews";
import { takeNumbers } from "./demo/numbers";
import { actorsOf, addDemoOfficers, officerNamed } from "./demo/officers";
import { keepOffices } from "./demo/offices";
import { giveOrders, orderedOn } from "./demo/orders";
import { nameReceivers, prepareDistricts } from "./demo/preparation";
import { describeProjects } from "./demo/project-guides";
import { coordinatedOn, coordinateProvince, preparedOn, prepareProvince } from "./demo/province";
import { answerSome, referralDays, sendSome } from "./demo/referrals";
import { askTheOffice } from "./demo/requests";
import { deskDays } from "./demo/spread";
import { beginVisits, visitsBeganOn } from "./demo/visits";
import { Fault } from "./fault";

export const usage = `Usage: sukjai load-demo

Fills an empty database with the demo: Phrae and 11,469 people who do not exist, its officers, and the
work of February up to 26 ก.พ. 2561. Loaded once (a load that
was cut off begins again); refused where there are real people. Needs all three
database addresses and the keys.`;

/** When the secretaries assigned the caseloads. */
const assignedOn = "2018-02-12";

export async function run(): Promise<number> {
  const owner = new Client({ connectionString: ownerDatabaseUrl() });
  await owner.connect();
  try {
    const settings = await readSettings(owner);
    if (settings.get("demo") === true) {
      process.stdout.write(`${JSON.stringify({ demo: "loaded before" })}\n`);
      return 0;
    }
    if (settings.has("nation_begun"))
      throw new Fault(
        "nationUnfinished",
        "A nation is begun in this database: end it with the same `sukjai demo nation`.",
      );
    if (settings.has("demo_begun")) await takeAwayBegun(owner);
    if ((await scoped(await officerNamed("console"), listOfficers)).length > 1)
      throw new Error("There are officers in this database already: it is not for a demo.");
    process.stdout.write(`${JSON.stringify(await load(owner))}\n`);
    return 0;
  } finally {
    await owner.end();
    await database().$disconnect();
  }
}

async function load(owner: Client) {
  await loadAreas(owner);
  await set(owner, "demo_begun", true);
  await set(owner, "programme_on", demoToday);
  await set(owner, "rules_province", demoProvince);

  const actors = await addDemoOfficers();
  const [treasury] = actorsOf(actors, { role: "provincial_officer" });
  if (!treasury) throw new Error("The demo has no provincial officer.");
  await set(owner, "programme_on", orderedOn);
  await giveOrders(actors);
  await set(owner, "programme_on", preparedOn);
  await prepareProvince(actors);
  await keepOffices(actors);
  await describeProjects(actors);
  await set(owner, "programme_on", demoToday);
  const subdistricts = referenceAreas()
    .subdistricts.map(({ code }) => code)
    .filter((code) => provinceOf(code) === demoProvince);
  const people = [...syntheticPeople({ seed: "phrae", subdistricts })];
  const holders = await insertHolders(treasury, people, demoToday);
  await set(owner, "programme_on", coordinatedOn);
  await coordinateProvince(actors);
  for (const secretary of actorsOf(actors, { role: "district_secretary" }))
    await announcePlaces(secretary);
  await prepareDistricts(actors, coordinatedOn);

  const interviews = await playFebruary(owner, actors, holders);
  // The yeses of desks were written at once, not by commands, so nothing has decided them yet.
  await withJobClient(decideLeft);
  // Last: if it is missing, the next start loads the demo again.
  await set(owner, "demo", true);
  return { officers: actors.size, holders: holders.length, interviews };
}

/**
 * The work of February in its order: desks and intents, caseloads assigned on the 12th, then interviews day by day. The
 * programme's date moves along, so that every row has the day on which it was made.
 */
async function playFebruary(
  owner: Client,
  actors: ReadonlyMap<string, Actor>,
  holders: readonly DemoHolder[],
): Promise<number> {
  const secretaries = actorsOf(actors, { role: "district_secretary" });
  await set(owner, "programme_on", assignedOn);
  // Districts do not depend on each other, so they are written at the same time.
  await Promise.all(
    secretaries.map((secretary) => {
      const districtCode = secretary.districtCode ?? "";
      const here = holders.filter((holder) => holder.districtCode === districtCode);
      const receivers = actorsOf(actors, { role: "receiving_officer", districtCode });
      return receiveAndAssign(secretary, receivers, here);
    }),
  );

  const caseloads = await findCaseloads(secretaries, actors);
  let interviews = 0;
  for (const day of deskDays(demoToday).filter((each) => each > assignedOn)) {
    await set(owner, "programme_on", day);
    interviews += await holdInterviews(holders, caseloads, day);
    if (referralDays.sent.some((each) => each === day))
      await sendSome(actorsOf(actors, { role: "account_officer" }));
    if (day === referralDays.answered) {
      const [bank, labour] = actorsOf(actors, { role: "agency_officer" });
      if (bank && labour) await answerSome(bank, labour);
    }
    if (day === visitsBeganOn) {
      await beginVisits(holders, caseloads, secretaries);
      await askTheOffice(holders, caseloads, secretaries);
    }
    if (day < demoToday) await takeNumbers(day);
  }
  await set(owner, "programme_on", demoToday);
  await leaveUnfinished(holders, caseloads, demoToday);
  await playAroundCaseloads(actors, demoToday);
  return interviews;
}

async function receiveAndAssign(
  secretary: Actor,
  receivers: readonly Actor[],
  here: readonly DemoHolder[],
) {
  const desks = await openDesks(secretary, demoToday);
  await nameReceivers(secretary, receivers);
  const came = (from: string, before: string) =>
    here.filter(({ fate }) => fate.desk && from <= fate.desk.on && fate.desk.on < before);
  await recordIntents(receivers, desks, came("", assignedOn), demoToday);
  await assignCaseloads(secretary, here);
  await recordIntents(receivers, desks, came(assignedOn, "9999"), demoToday);
  if (receivers[0]) await registerHolders(receivers[0], desks, demoToday);
}

/**
 * After a load that was cut off: deletes everything that only a demo can have written. The audit keeps what happened.
 */
async function takeAwayBegun(owner: Client) {
  await owner.query("BEGIN");
  await owner.query(`TRUNCATE holder, holder_income, holder_tally, place, desk, intent, registration, assignment,
    assessment_draft, form_draft, assessment, chosen_project, interview_refusal, visit, appointment, absence, departure, command_receipt, job, import_batch,
    account_officer_code, delegation, setting_entry, day_snapshot, subdistrict_day, age_income_day, published_count, progress_report, ministry_field_order, ministry_cutoff, ministry_return_format,
    district_team, announcement, agency_task, referral, referral_event, referral_link, consent_event, plan_version,
    project_capacity, project_guide, host_letter, office, issued_paper, outreach_plan, briefing, briefing_attendance, receiving_duty, station, caseload_transfer,
    transfer_person, bank_day, co_interview, officer_note, caseload_move, entitlement_decision, entitlement_tally, follow_up_tally, ministry_tally,
    app.undecided CASCADE`);
  // Forced row security hides every row from the owner; lifting it in this transaction shows nobody else anything.
  await owner.query("ALTER TABLE officer NO FORCE ROW LEVEL SECURITY");
  await owner.query("DELETE FROM officer WHERE login <> 'console'");
  await owner.query("ALTER TABLE officer FORCE ROW LEVEL SECURITY");
  await owner.query("COMMIT");
}

async function readSettings(owner: Client): Promise<Map<string, unknown>> {
  const { rows } = await owner.query<{ key: string; value: unknown }>(
    "SELECT key, value FROM setting",
  );
  return new Map(rows.map(({ key, value }) => [key, value]));
}

async function set(owner: Client, key: string, value: unknown) {
  await owner.query(
    "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()",
    [key, JSON.stringify(value)],
  );
}
