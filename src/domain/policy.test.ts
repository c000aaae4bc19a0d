import { describe, expect, test } from "vitest";
import {
  type Action,
  type Actor,
  actions,
  can,
  mayEver,
  type Role,
  reachOf,
  roles,
  type Subject,
} from "./policy";

const actor = (role: Role, overrides: Partial<Actor> = {}): Actor => ({
  id: "officer",
  login: "x",
  name: "x",
  role,
  position: "x",
  provinceCode: "54",
  districtCode: "5401",
  agency: null,
  ...overrides,
});
const holder = (overrides: Partial<Subject> = {}): Subject => ({
  type: "holder",
  id: "holder",
  provinceCode: "54",
  districtCode: "5401",
  accountOfficerId: "officer",
  ...overrides,
});

/** What each role may do, as docs/forms.md 1 and 2 say it; everything else is refused. */
const duties: Record<Role, string> = {
  governor:
    "holder.list holder.read holder.search intent.read registration.list district.view province.view import.view export.request officer.list catalogue.view delegation.keep province.prepare province.decide follow_up.view ministry.view report.read report.prepare report.sign report.receive",
  provincial_officer:
    "holder.list holder.read holder.search holder.reveal intent.read registration.record registration.list district.view province.view import.run import.view export.request export.unmask officer.list catalogue.view province.prepare province.decide follow_up.view ministry.view report.read report.prepare report.sign report.receive ministry.mark ministry.send ministry.configure",
  district_chief:
    "holder.list holder.read holder.search holder.reveal place.announce desk.open station.open outreach.plan briefing.hold receiving.name code.keep intent.read registration.list caseload.assign district.view export.request officer.list finding.confirm catalogue.view delegation.keep follow_up.view ministry.view report.read report.prepare report.sign report.receive ministry.mark ministry.send",
  district_secretary:
    "holder.list holder.read holder.search holder.reveal holder.lookup place.announce desk.open station.open outreach.plan briefing.hold receiving.name code.keep desk.work intent.record intent.read intent.confirm registration.record registration.list caseload.assign assessment.confirm departure.record finding.confirm form.print district.view export.request officer.list catalogue.view follow_up.view ministry.view report.read report.prepare report.sign report.receive ministry.mark ministry.send",
  receiving_officer:
    "holder.search holder.lookup holder.reveal desk.work intent.record intent.read intent.confirm registration.record registration.list catalogue.view",
  account_officer:
    "holder.list holder.read holder.search holder.reveal intent.read assessment.write assessment.submit interview.refuse visit.record appointment.keep departure.record form.print contact.record follow_up.view ministry.view ministry.mark report.read report.prepare export.request catalogue.view",
  agency_officer: "export.request catalogue.view",
  administrator: "officer.list officer.keep clock.advance map.record catalogue.view",
  national_reader: "nation.view",
  link_bearer: "",
};

const staff = roles.filter((role) => !["administrator", "national_reader"].includes(role));
/** Who reads what the governor has signed for a district. */
const papersRead: Role[] = [
  "governor",
  "provincial_officer",
  "district_chief",
  "district_secretary",
  "receiving_officer",
];
/** The casework around the main job, by action: who has it. */
const byAction: Partial<Record<Action, readonly Role[]>> = {
  "referral.list": [
    "governor",
    "provincial_officer",
    "district_chief",
    "district_secretary",
    "account_officer",
    "agency_officer",
  ],
  "referral.send": ["account_officer"],
  "referral.answer": ["agency_officer", "link_bearer"],
  "referral.remind": ["district_chief", "district_secretary"],
  "referral.link": ["account_officer", "district_secretary"],
  "consent.record": ["account_officer", "district_secretary"],
  "capacity.set": ["provincial_officer", "agency_officer"],
  "project.describe": ["provincial_officer"],
  "rules.draft": ["governor", "provincial_officer"],
  "rules.names": ["governor", "provincial_officer"],
  "rules.record": ["provincial_officer"],
  "rules.check": ["provincial_officer"],
  "cancellation.record": ["provincial_officer"],
  "cancellation.confirm": ["governor", "provincial_officer"],
  "plan.agree": ["account_officer"],
  "pack.read": ["governor", "provincial_officer", "district_chief", "district_secretary"],
  "pack.make": ["governor", "provincial_officer", "district_chief", "district_secretary"],
  "resolution.read": [
    "governor",
    "provincial_officer",
    "district_chief",
    "district_secretary",
    "receiving_officer",
    "account_officer",
    "agency_officer",
  ],
  "resolution.record": ["provincial_officer", "district_chief", "district_secretary"],
  "resolution.close": [
    "governor",
    "provincial_officer",
    "district_chief",
    "district_secretary",
    "receiving_officer",
    "account_officer",
    "agency_officer",
  ],
  "run.read": ["governor", "provincial_officer"],
  "run.prepare": ["provincial_officer"],
  "run.check": ["provincial_officer"],
  "run.certify": ["provincial_officer"],
  "run.send": ["provincial_officer"],
  "run.reconcile": ["provincial_officer"],
  "one_off.record": ["provincial_officer"],
  "one_off.check": ["provincial_officer"],
  // Whoever sees the band; a desk never.
  "ledger.read": [
    "governor",
    "provincial_officer",
    "district_chief",
    "district_secretary",
    "account_officer",
  ],
  "team.view": papersRead,
  "announcement.read": papersRead,
  "announcement.acknowledge": ["district_chief", "district_secretary"],
  "paper.read": ["governor", "provincial_officer", "district_chief", "district_secretary"],
  "paper.issue": ["district_chief", "district_secretary"],
  "office.keep": ["provincial_officer", "district_chief", "district_secretary"],
  "task.read": ["governor", "provincial_officer", "agency_officer"],
  "task.answer": ["agency_officer"],
  "notification.read": staff,
  "transfer.ask": ["district_chief", "district_secretary", "account_officer"],
  "transfer.answer": ["district_chief", "district_secretary", "account_officer"],
  "co_interview.match": ["district_chief", "district_secretary"],
  "co_interview.attend": ["account_officer", "agency_officer"],
  "note.send": ["district_chief", "district_secretary"],
  "note.acknowledge": ["account_officer"],
  "inquiry.read": staff.filter((role) => role !== "agency_officer"),
  "inquiry.record": staff.filter((role) => !["agency_officer", "governor"].includes(role)),
  "inquiry.answer": staff.filter((role) => !["agency_officer", "governor"].includes(role)),
  "correction.read": staff.filter(
    (role) => !["agency_officer", "receiving_officer"].includes(role),
  ),
  "correction.request": ["account_officer", "district_secretary"],
  "correction.from_card": ["district_secretary", "receiving_officer"],
  "correction.decide": ["district_chief", "district_secretary", "provincial_officer"],
  "registration.decide": ["provincial_officer"],
  "registration.approve": ["governor", "provincial_officer"],
};

test.each([...roles, "link_bearer"] as const)(
  "%s may do what the role table gives and nothing else",
  (role) => {
    const granted = actions.filter((action) => mayEver({ role }, action));
    const further = actions.filter((action) => byAction[action]?.includes(role));
    expect(granted.sort()).toEqual([...duties[role].split(" ").filter(Boolean), ...further].sort());
  },
);

describe("reach", () => {
  const elsewhere = { districtCode: "5402", accountOfficerId: "another" };
  const abroad = { provinceCode: "55", districtCode: "5501", accountOfficerId: "another" };
  test.each<[Role, Action, boolean, boolean, boolean]>([
    // role, action, in the own district, in another of the province, in another province
    ["governor", "holder.read", true, true, false],
    ["provincial_officer", "export.unmask", true, true, false],
    ["district_chief", "holder.read", true, false, false],
    ["district_secretary", "caseload.assign", true, false, false],
    ["district_secretary", "intent.record", true, true, false],
    ["receiving_officer", "holder.search", true, false, false],
    ["receiving_officer", "holder.lookup", true, true, false],
    ["receiving_officer", "intent.record", true, true, false],
    ["receiving_officer", "intent.confirm", true, false, false],
    ["receiving_officer", "holder.read", false, false, false],
    ["account_officer", "assessment.submit", true, false, false],
    ["agency_officer", "holder.read", false, false, false],
    ["administrator", "holder.read", false, false, false],
    ["national_reader", "holder.read", false, false, false],
    ["national_reader", "district.view", false, false, false],
  ])(
    "%s %s: own district %s, same province %s, another province %s",
    (role, action, own, same, other) => {
      expect(can(actor(role), action, holder())).toBe(own);
      expect(can(actor(role), action, holder(elsewhere))).toBe(same);
      expect(can(actor(role), action, holder(abroad))).toBe(other);
    },
  );

  test("an account officer's is his caseload, also in the own district and in a second one", () => {
    const officer = actor("account_officer");
    expect(can(officer, "holder.read", holder({ accountOfficerId: "another" }))).toBe(false);
    expect(can(officer, "holder.read", holder({ accountOfficerId: null }))).toBe(false);
    expect(can(officer, "holder.read", holder({ districtCode: "5402" }))).toBe(true);
  });

  test("an agency's is what was sent to it in its province, in its district where its officer has one", () => {
    const sent = (overrides: Partial<Subject> = {}) => holder({ agency: "BAAC", ...overrides });
    const province = actor("agency_officer", { agency: "BAAC", districtCode: null });
    const branch = actor("agency_officer", { agency: "BAAC" });
    for (const someone of [province, branch]) {
      expect(can(someone, "referral.answer", sent())).toBe(true);
      expect(can(someone, "referral.answer", sent({ agency: "GSB" }))).toBe(false);
      expect(can(someone, "referral.answer", sent({ agency: null }))).toBe(false);
      expect(can(someone, "referral.answer", sent(abroad))).toBe(false);
    }
    expect(can(province, "referral.answer", sent(elsewhere))).toBe(true);
    expect(can(branch, "referral.answer", sent(elsewhere))).toBe(false);
    const lost = actor("agency_officer", { agency: null, districtCode: null });
    expect(can(lost, "referral.answer", holder({ agency: null }))).toBe(false);
  });

  test("an officer without a place reaches nothing, not even what has no place", () => {
    for (const role of roles)
      for (const action of actions) {
        if (reachOf({ role }, action) === "all" || reachOf({ role }, action) === "caseload")
          continue;
        const lost = actor(role, { provinceCode: null, districtCode: null });
        expect(can(lost, action, holder())).toBe(false);
        expect(
          can(lost, action, { type: "x", id: null, provinceCode: null, districtCode: null }),
        ).toBe(false);
        expect(can(lost, action, { type: "x", id: null })).toBe(false);
      }
  });
});
