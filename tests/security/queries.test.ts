import { oneOff } from "@tests/builders/rule-letters";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ministryStates } from "@/domain/ministry";
import { type Actor, can } from "@/domain/policy";
import { resolutionStates } from "@/domain/resolution";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { findTask, listTasks } from "@/server/agency-tasks/queries";
import { findAnnouncement, listAnnouncements } from "@/server/announcements/queries";
import { findAreaMap, listAreaMaps } from "@/server/area-maps/queries";
import { findAssessment, findInterview, findInterviewee } from "@/server/assessments/queries";
import { listCapacities } from "@/server/capacities/queries";
import { listHolders } from "@/server/caseload/holders";
import { listMoves } from "@/server/caseload/moves";
import { findHolderToAssign } from "@/server/caseload/queries";
import { listWaitingLong } from "@/server/caseload/waiting";
import { listOwnCoInterviews, listVillageDays } from "@/server/co-interviews/queries";
import { findContacted } from "@/server/contacts/queries";
import { findCorrectable, listCorrections } from "@/server/corrections/queries";
import { getDistrictDashboard, getProvinceDashboard } from "@/server/dashboards/queries";
import { listDelegations } from "@/server/delegations/queries";
import { listExports } from "@/server/exports/queries";
import { getFollowUps } from "@/server/follow-ups/queries";
import type { PrismaClient } from "@/server/generated/prisma/client";
import { viewHolder } from "@/server/holders/queries";
import { findImport, listImports } from "@/server/imports/queries";
import { listInquiries, viewInquiry } from "@/server/inquiries/queries";
import { listPendingPapers, listRecorded, viewReceipt } from "@/server/intents/queries";
import { findJob } from "@/server/jobs/queries";
import { findLinkLetter, listLinks } from "@/server/links/queries";
import { listCutoffs } from "@/server/ministry/cutoff";
import { listMinistryFiles } from "@/server/ministry/files";
import { listFieldOrders, listMinistry } from "@/server/ministry/queries";
import { findReturnFormat } from "@/server/ministry/returns";
import { listNotifications } from "@/server/notifications/queries";
import { listKnownOfficers } from "@/server/officers/district-queries";
import { viewOneOff } from "@/server/one-offs/queries";
import { listPacks } from "@/server/packs/queries";
import { listPlaces } from "@/server/places/queries";
import { viewPlan } from "@/server/plans/queries";
import {
  findBriefing,
  listBriefings,
  listHostLetters,
  listOutreachPlans,
  listTeam,
} from "@/server/preparation/queries";
import { listReceivers, listReceivingDuties } from "@/server/receiving/queries";
import { findPersonsReferrals } from "@/server/referrals/person";
import { listReferrals, listReferralsOf } from "@/server/referrals/queries";
import {
  listRegistrations,
  viewRegistration,
  viewRegistrationReceipt,
} from "@/server/registrations/queries";
import { listReports, viewReport } from "@/server/reports/queries";
import { findResolution, listResolutions } from "@/server/resolutions/queries";
import type { Scoped } from "@/server/scope";
import { getSetting, listSettings } from "@/server/settings/queries";
import { getSupervised, listOpenNotes } from "@/server/supervision/queries";
import { getTeam, listTeams } from "@/server/teams/queries";
import { listTransfers } from "@/server/transfers/queries";
import { listWhatIfPeople, readWhatIfPeople } from "@/server/what-if/people";
import { buildWorld } from "./build-world";
import { openCopy } from "./open-copy";
import { expected, nothing } from "./oracle";
import { districts, onDatabase, type World } from "./world";

/**
 * The product's own queries with the first wall alone: as the owner, where row security hides nothing. What a
 * query returns to an actor may name no row that the oracle hides from that actor.
 */
let world: World;
let open: PrismaClient;
beforeAll(async () => {
  world = await buildWorld();
  // The owner writes the audit of a read and asks the desk's functions, as the roles do.
  await onDatabase((client) =>
    client.query(
      "GRANT EXECUTE ON FUNCTION audit.append, audit.fetched TO sukjai; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO sukjai",
    ),
  );
  open = await openCopy();
});
afterAll(() => open.$disconnect());

/** Every id of the world that the actor must not see. A desk may come upon any holder of its province (docs/forms.md 2.3). */
function hiddenFrom(actor: Actor): Set<string> {
  const hidden = new Set<string>();
  for (const [table, line] of Object.entries(expected)) {
    // Names of officers are shown beside their work; an import names the job that ran it.
    if (table === "officer" || table === "job") continue;
    const sees = line[actor.role] ?? nothing;
    for (const row of world.rows[table] ?? [])
      if (row.id && !sees(actor, row, world)) hidden.add(row.id as string);
  }
  for (const holder of world.holders)
    if (can(actor, "intent.record", { type: "holder", ...holder })) hidden.delete(holder.id);
  return hidden;
}

const idsIn = (shown: unknown) =>
  JSON.stringify(shown ?? null, (_key, value) =>
    typeof value === "bigint" ? String(value) : value,
  ).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
const all = (table: string) => (world.rows[table] ?? []).map((row) => row.id as string);

/** Each query with every argument that the world offers. */
const queries: Record<string, (scope: Scoped) => Promise<unknown>[]> = {
  listWhatIfPeople: (scope) =>
    all("rule_version").map((id) => listWhatIfPeople(scope, id, readWhatIfPeople({}))),
  viewOneOff: (scope) => [viewOneOff(scope, "december_2018", null)],
  listHolders: (scope) => [
    listHolders(scope, {}),
    ...districts.map((district) => listHolders(scope, { district })),
    ...all("holder").map((after) => listHolders(scope, {}, { after })),
  ],
  viewHolder: (scope) => all("holder").map((id) => viewHolder(scope, id)),
  findHolderToAssign: (scope) => all("holder").map((id) => findHolderToAssign(scope, id)),
  listMoves: (scope) => [listMoves(scope)],
  listTransfers: (scope) => [listTransfers(scope)],
  listWaitingLong: (scope) => [listWaitingLong(scope, "2018-03-14")],
  listVillageDays: (scope) => [listVillageDays(scope, "2018-02-20")],
  listOwnCoInterviews: (scope) => [listOwnCoInterviews(scope, "2018-03-14")],
  getSupervised: (scope) => all("officer").map((id) => getSupervised(scope, id)),
  listOpenNotes: (scope) => [listOpenNotes(scope)],
  findInterview: (scope) => all("holder").map((id) => findInterview(scope, id, "2018-03-14")),
  findInterviewee: (scope) => all("holder").map((id) => findInterviewee(scope, id)),
  findAssessment: (scope) =>
    (world.rows.assessment ?? []).map((row) =>
      findAssessment(scope, row.holder_id as string, row.id as string),
    ),
  listReferrals: (scope) => [
    listReferrals(scope, {}),
    ...districts.map((district) => listReferrals(scope, { district })),
  ],
  listReferralsOf: (scope) => all("holder").map((id) => listReferralsOf(scope, id)),
  findPersonsReferrals: (scope) => all("holder").map((id) => findPersonsReferrals(scope, id)),
  listPacks: (scope) => [listPacks(scope)],
  viewPlan: (scope) => all("holder").map((id) => viewPlan(scope, id, null)),
  listCapacities: (scope) => [listCapacities(scope)],
  listLinks: (scope) => all("holder").map((id) => listLinks(scope, id)),
  findLinkLetter: (scope) => all("referral_link").map((id) => findLinkLetter(scope, id)),
  listRegistrations: (scope) => [listRegistrations(scope)],
  viewRegistrationReceipt: (scope) =>
    all("registration").map((id) => viewRegistrationReceipt(scope, id)),
  viewReceipt: (scope) => all("intent").map((id) => viewReceipt(scope, id)),
  listRecorded: (scope) => [listRecorded(scope, "2018-02-20")],
  listPendingPapers: (scope) => [listPendingPapers(scope)],
  listPlaces: (scope) => [listPlaces(scope)],
  listHostLetters: (scope) => [listHostLetters(scope)],
  listOutreachPlans: (scope) => [listOutreachPlans(scope)],
  listBriefings: (scope) => [listBriefings(scope)],
  findBriefing: (scope) => all("briefing").map((id) => findBriefing(scope, id)),
  listTeam: (scope) => [listTeam(scope)],
  listReceivingDuties: (scope) => [listReceivingDuties(scope)],
  listReceivers: (scope) => [listReceivers(scope)],
  listKnownOfficers: (scope) => [listKnownOfficers(scope)],
  listImports: (scope) => [listImports(scope)],
  findImport: (scope) => all("import_batch").map((id) => findImport(scope, id)),
  listExports: (scope) => [listExports(scope)],
  findJob: (scope) => all("job").map((id) => findJob(scope, id)),
  listDelegations: (scope) => [listDelegations(scope)],
  listTeams: (scope) => [listTeams(scope)],
  getTeam: (scope) => districts.map((code) => getTeam(scope, code)),
  listAnnouncements: (scope) => [listAnnouncements(scope)],
  findAnnouncement: (scope) => all("announcement").map((id) => findAnnouncement(scope, id)),
  listTasks: (scope) => [listTasks(scope)],
  findTask: (scope) => all("agency_task").map((id) => findTask(scope, id)),
  listSettings: (scope) => [listSettings(scope)],
  getSetting: (scope) => [getSetting(scope, "referral_answer_days")],
  listInquiries: (scope) => [
    listInquiries(scope, { state: "open", kind: null, district: null }),
    listInquiries(scope, { state: "mine", kind: null, district: "5402" }),
  ],
  listResolutions: (scope) => resolutionStates.map((state) => listResolutions(scope, state)),
  findResolution: (scope) => all("resolution").map((id) => findResolution(scope, id)),
  viewInquiry: (scope) => all("inquiry").map((id) => viewInquiry(scope, id)),
  listCorrections: (scope) => [listCorrections(scope, "pending")],
  findCorrectable: (scope) => all("holder").map((id) => findCorrectable(scope, id)),
  viewRegistration: (scope) => all("registration").map((id) => viewRegistration(scope, id)),
  listNotifications: (scope) => [listNotifications(scope)],
  findContacted: (scope) => all("holder").map((id) => findContacted(scope, id, null)),
  listMinistry: (scope) =>
    ministryStates.map((state) => listMinistry(scope, { state, district: null, page: 1 })),
  listMinistryFiles: (scope) => [listMinistryFiles(scope)],
  listFieldOrders: (scope) => [listFieldOrders(scope)],
  listAreaMaps: (scope) => [listAreaMaps(scope)],
  findAreaMap: (scope) => [findAreaMap(scope, "54")],
  listCutoffs: (scope) => [listCutoffs(scope)],
  findReturnFormat: (scope) => [findReturnFormat(scope)],
  getFollowUps: (scope) => [null, ...districts].map((code) => getFollowUps(scope, code)),
  listReports: (scope) => [listReports(scope, "2018-03")],
  viewReport: (scope) => all("progress_report").map((id) => viewReport(scope, id)),
  getProvinceDashboard: (scope) => [getProvinceDashboard(scope)],
  getDistrictDashboard: (scope) => districts.map((code) => getDistrictDashboard(scope, code)),
};

/** One query as an actor, one answer after the other, in a transaction of the owner. */
async function ask(actor: Actor, query: (scope: Scoped) => Promise<unknown>[]): Promise<unknown[]> {
  return open.$transaction(
    async (tx) => {
      const scope = {
        tx,
        actor,
        ruleSets: [...ruleSetsOfCode, oneOff],
        reads: [],
      } as unknown as Scoped;
      return Promise.all(query(scope));
    },
    { timeout: 30_000 },
  );
}

describe.each(Object.entries(queries))("%s", (name, query) => {
  it("shows nobody a row beyond his reach", async () => {
    const found = new Set<string>();
    for (const actor of world.officers) {
      const hidden = hiddenFrom(actor);
      const shown = idsIn(await ask(actor, query));
      for (const id of shown) found.add(id);
      expect(
        shown.filter((id) => hidden.has(id)),
        `${actor.role} of ${actor.districtCode ?? actor.provinceCode}`,
      ).toEqual([]);
    }
    // A control: the query did return something to some actor.
    const silent = [
      "listHostLetters",
      "viewReceipt",
      "viewRegistrationReceipt",
      "listLinks",
      "findLinkLetter",
      "viewPlan",
      "listCapacities",
      "listExports",
      // Drawings, of nobody.
      "listAreaMaps",
      "findAreaMap",
      // Sums alone; one-number.test.ts holds them to their lists.
      "getProvinceDashboard",
    ];
    if (!silent.includes(name)) expect(found.size).toBeGreaterThan(0);
  });
});

it("listHolders counts only who is in reach", async () => {
  for (const actor of world.officers) {
    const [list] = (await ask(actor, (scope) => [listHolders(scope, {})])) as { total: number }[];
    const right = world.holders.filter((holder) =>
      can(actor, "holder.list", { type: "holder", ...holder }),
    );
    expect(list?.total, actor.role).toBe(right.length);
  }
});

it("findJob shows a job to the one who asked for it alone", async () => {
  for (const actor of world.officers)
    for (const row of world.rows.job ?? []) {
      const [shown] = await ask(actor, (scope) => [findJob(scope, row.id as string)]);
      expect(shown !== null, actor.role).toBe(row.requested_by_id === actor.id);
    }
});

it("a dashboard of another place is not there", async () => {
  for (const actor of world.officers)
    for (const code of districts) {
      const [shown] = await ask(actor, (scope) => [getDistrictDashboard(scope, code)]);
      const reach = can(actor, "district.view", {
        type: "district",
        id: code,
        districtCode: code,
        provinceCode: code.slice(0, 2),
      });
      expect(shown !== null, `${actor.role} ${code}`).toBe(reach);
    }
});
