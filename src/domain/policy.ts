import type { OfficerAgency } from "@/domain/agencies";
/**
 * Who may do what, and how far: the first of the two walls. The second is row security
 * (the policies in prisma/now); a test holds that both agree for every role.
 */
export const roles = [
  "governor",
  "provincial_officer",
  "district_chief",
  "district_secretary",
  "receiving_officer",
  "account_officer",
  "agency_officer",
  "administrator",
  "national_reader",
] as const;
/**
 * One more actor is no officer: anyone who holds a one-time link answers the one referral it was made for (decision 0017).
 */
export type Role = (typeof roles)[number] | "link_bearer";

/** Whether the officers of a role belong to a province; the others' work is of no area. */
export function hasProvince(role: Role): boolean {
  return role !== "administrator" && role !== "national_reader";
}

/**
 * How far a grant goes. `desk`: the desks of the actor's district, for any holder of the province. `agency`: what was sent
 * to the officer's agency in the officer's province, and in the officer's district where there is one.
 */
export type Reach = "caseload" | "desk" | "district" | "province" | "agency" | "own" | "all";

export const actions = [
  "holder.list",
  "holder.read",
  "holder.search",
  "holder.lookup",
  "holder.reveal",
  "place.announce",
  "desk.open",
  "desk.work",
  "station.open",
  "outreach.plan",
  "briefing.hold",
  "receiving.name",
  "code.keep",
  "intent.record",
  "intent.read",
  "intent.confirm",
  "registration.record",
  "registration.list",
  "caseload.assign",
  "transfer.ask",
  "transfer.answer",
  "co_interview.match",
  "co_interview.attend",
  "note.send",
  "note.acknowledge",
  "assessment.write",
  "assessment.submit",
  "assessment.confirm",
  "interview.refuse",
  "visit.record",
  "appointment.keep",
  "departure.record",
  "finding.confirm",
  "cancellation.record",
  "cancellation.confirm",
  "form.print",
  "district.view",
  "province.view",
  "nation.view",
  "import.run",
  "import.view",
  "export.request",
  "export.unmask",
  "contact.record",
  "follow_up.view",
  "ministry.view",
  "ministry.mark",
  "ministry.send",
  "ministry.configure",
  "run.read",
  "run.prepare",
  "run.check",
  "run.certify",
  "run.send",
  "run.reconcile",
  "one_off.record",
  "one_off.check",
  "ledger.read",
  "report.read",
  "report.prepare",
  "report.sign",
  "report.receive",
  "pack.read",
  "pack.make",
  "resolution.read",
  "resolution.record",
  "resolution.close",
  "catalogue.view",
  "rules.draft",
  "rules.names",
  "rules.record",
  "rules.check",
  "officer.list",
  "officer.keep",
  "clock.advance",
  "map.record",
  "delegation.keep",
  "province.prepare",
  "province.decide",
  "notification.read",
  "referral.list",
  "referral.send",
  "referral.answer",
  "referral.remind",
  "referral.link",
  "consent.record",
  "capacity.set",
  "project.describe",
  "plan.agree",
  "team.view",
  "announcement.read",
  "announcement.acknowledge",
  "task.read",
  "task.answer",
  "inquiry.read",
  "inquiry.record",
  "inquiry.answer",
  "paper.read",
  "paper.issue",
  "office.keep",
  "correction.read",
  "correction.request",
  "correction.from_card",
  "correction.decide",
  "registration.decide",
  "registration.approve",
] as const;
export type Action = (typeof actions)[number];

const everybody = { "catalogue.view": "all" } as const;
/** Everybody but the administrator, whom no case concerns. */
const staff = { ...everybody, "notification.read": "own" } as const;
const districtHead = {
  ...staff,
  "paper.read": "district",
  "paper.issue": "district",
  "office.keep": "district",
  "inquiry.read": "district",
  "inquiry.record": "district",
  "inquiry.answer": "district",
  "correction.read": "district",
  "correction.decide": "district",
  "holder.list": "district",
  "holder.read": "district",
  "holder.search": "district",
  "holder.reveal": "district",
  "place.announce": "district",
  "desk.open": "district",
  "station.open": "district",
  "outreach.plan": "district",
  "briefing.hold": "district",
  "receiving.name": "district",
  "code.keep": "district",
  "intent.read": "district",
  "registration.list": "district",
  "caseload.assign": "district",
  "transfer.ask": "district",
  "transfer.answer": "district",
  "co_interview.match": "district",
  "note.send": "district",
  "district.view": "district",
  "export.request": "district",
  "officer.list": "district",
  "finding.confirm": "district",
  "referral.list": "district",
  "referral.remind": "district",
  "follow_up.view": "district",
  "ministry.view": "district",
  "ministry.mark": "district",
  "ministry.send": "district",
  "ledger.read": "district",
  "report.read": "district",
  "report.prepare": "district",
  "report.sign": "district",
  "report.receive": "district",
  "pack.read": "district",
  "pack.make": "district",
  "resolution.read": "district",
  "resolution.record": "district",
  "resolution.close": "district",
  "team.view": "district",
  "announcement.read": "district",
  "announcement.acknowledge": "district",
} as const;

/** What the governor decides and the governor's staff prepare; both read. */
const provinceHead = {
  "paper.read": "province",
  "follow_up.view": "province",
  "ministry.view": "province",
  "run.read": "province",
  "ledger.read": "province",
  "report.read": "province",
  "report.prepare": "province",
  "report.sign": "province",
  "report.receive": "province",
  "pack.read": "province",
  "pack.make": "province",
  "resolution.read": "province",
  "resolution.close": "province",
} as const;

const grants: Record<Role, Partial<Record<Action, Reach>>> = {
  governor: {
    ...staff,
    ...provinceHead,
    "rules.draft": "province",
    // Of the own province, once a letter is recorded.
    "rules.names": "province",
    "inquiry.read": "province",
    "correction.read": "province",
    "registration.approve": "province",
    "cancellation.confirm": "province",
    "holder.list": "province",
    "holder.read": "province",
    "holder.search": "province",
    "intent.read": "province",
    "registration.list": "province",
    "district.view": "province",
    "province.view": "province",
    "import.view": "province",
    "officer.list": "province",
    "delegation.keep": "province",
    "province.prepare": "province",
    "province.decide": "province",
    "referral.list": "province",
    "team.view": "province",
    "announcement.read": "province",
    "task.read": "province",
    // What he may read, as a file, with masked IDs: he has no export.unmask.
    "export.request": "province",
  },
  provincial_officer: {
    ...staff,
    ...provinceHead,
    "ministry.mark": "province",
    "ministry.send": "province",
    "resolution.record": "province",
    "ministry.configure": "province",
    // In the province that the installation names.
    "rules.draft": "province",
    "rules.names": "province",
    "rules.record": "province",
    "rules.check": "province",
    "run.prepare": "province",
    "run.check": "province",
    "run.certify": "province",
    "run.send": "province",
    "run.reconcile": "province",
    "one_off.record": "province",
    "one_off.check": "province",
    "cancellation.record": "province",
    "cancellation.confirm": "province",
    "office.keep": "province",
    "inquiry.read": "province",
    "inquiry.record": "province",
    "inquiry.answer": "province",
    "correction.read": "province",
    "correction.decide": "province",
    "registration.record": "province",
    "registration.decide": "province",
    "registration.approve": "province",
    "holder.list": "province",
    "holder.read": "province",
    "holder.search": "province",
    "holder.reveal": "province",
    "intent.read": "province",
    "registration.list": "province",
    "district.view": "province",
    "province.view": "province",
    "import.run": "province",
    "import.view": "province",
    "export.request": "province",
    "export.unmask": "province",
    "officer.list": "province",
    "province.prepare": "province",
    // Under the governor's order (server/delegations).
    "province.decide": "province",
    "referral.list": "province",
    "capacity.set": "province",
    "project.describe": "province",
    "team.view": "province",
    "announcement.read": "province",
    "task.read": "province",
  },
  district_chief: { ...districtHead, "delegation.keep": "district" },
  district_secretary: {
    ...districtHead,
    "correction.request": "district",
    "correction.from_card": "district",
    "holder.lookup": "desk",
    "desk.work": "district",
    "intent.record": "desk",
    "intent.confirm": "district",
    "registration.record": "district",
    "assessment.confirm": "district",
    "departure.record": "district",
    "form.print": "district",
    "referral.link": "district",
    "consent.record": "district",
  },
  receiving_officer: {
    ...staff,
    "resolution.read": "own",
    "resolution.close": "own",
    "inquiry.read": "district",
    "inquiry.record": "district",
    "inquiry.answer": "own",
    "holder.search": "district",
    "holder.lookup": "desk",
    "holder.reveal": "district",
    "desk.work": "district",
    "intent.record": "desk",
    "intent.read": "district",
    "intent.confirm": "district",
    "registration.record": "district",
    "registration.list": "district",
    "correction.from_card": "district",
    "team.view": "district",
    "announcement.read": "district",
  },
  account_officer: {
    ...staff,
    "resolution.read": "own",
    "resolution.close": "own",
    "inquiry.read": "caseload",
    "inquiry.record": "caseload",
    "inquiry.answer": "own",
    "correction.read": "caseload",
    "correction.request": "caseload",
    "holder.list": "caseload",
    "holder.read": "caseload",
    "holder.search": "caseload",
    "holder.reveal": "caseload",
    "intent.read": "caseload",
    "transfer.ask": "caseload",
    "transfer.answer": "own",
    "co_interview.attend": "own",
    "note.acknowledge": "own",
    "assessment.write": "caseload",
    "assessment.submit": "caseload",
    "interview.refuse": "caseload",
    "visit.record": "caseload",
    "appointment.keep": "caseload",
    "departure.record": "caseload",
    "contact.record": "caseload",
    "follow_up.view": "caseload",
    "ministry.view": "caseload",
    "ministry.mark": "caseload",
    "ledger.read": "caseload",
    "report.read": "caseload",
    "report.prepare": "caseload",
    "form.print": "caseload",
    "referral.list": "caseload",
    "referral.send": "caseload",
    "referral.link": "caseload",
    "consent.record": "caseload",
    "plan.agree": "caseload",
    "export.request": "own",
  },
  agency_officer: {
    ...staff,
    "export.request": "own",
    "referral.list": "agency",
    "referral.answer": "agency",
    "capacity.set": "agency",
    "task.read": "agency",
    "task.answer": "agency",
    "resolution.read": "agency",
    "resolution.close": "agency",
    "co_interview.attend": "own",
  },
  administrator: {
    ...everybody,
    "officer.list": "all",
    "officer.keep": "all",
    "clock.advance": "all",
    "map.record": "all",
  },
  // What is published (docs/security.md 4.3) and nothing else: no person, no counter, no table of rules.
  national_reader: { "nation.view": "all" },
  link_bearer: { "referral.answer": "own" },
};

/** A signed-in officer, as every query and command gets them. */
export type Actor = {
  id: string;
  login: string;
  name: string;
  role: Role;
  position: string;
  provinceCode: string | null;
  districtCode: string | null;
  agency: OfficerAgency | null;
};

/** What a decision looks at: in which area the thing is and whose it is. Only what exists is given. */
export type Subject = {
  type: string;
  id: string | null;
  provinceCode?: string | null;
  districtCode?: string | null;
  accountOfficerId?: string | null;
  ownerId?: string | null;
  /** Whose project it is. */
  agency?: string | null;
};

/** How far the actor's grant for an action goes; undefined: not granted. */
export function reachOf(actor: Pick<Actor, "role">, action: Action): Reach | undefined {
  return grants[actor.role][action];
}

/** Whether the actor may do this to that. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  switch (reachOf(actor, action)) {
    case "all":
      return true;
    case "province":
    case "desk":
      return actor.provinceCode !== null && subject.provinceCode === actor.provinceCode;
    case "district":
      return actor.districtCode !== null && subject.districtCode === actor.districtCode;
    case "caseload":
      return subject.accountOfficerId === actor.id;
    case "own":
      return subject.ownerId === actor.id;
    case "agency":
      return isOfAgency(actor, subject);
    case undefined:
      return false;
  }
}

/** A project of the actor's agency, in the actor's province, and district where the actor has one. */
function isOfAgency(actor: Actor, subject: Subject): boolean {
  return (
    actor.agency !== null &&
    subject.agency === actor.agency &&
    actor.provinceCode !== null &&
    subject.provinceCode === actor.provinceCode &&
    (actor.districtCode === null || subject.districtCode === actor.districtCode)
  );
}

/** Whether the actor's role has the action at all: what a screen offers before it knows a subject. */
export function mayEver(actor: Pick<Actor, "role">, action: Action): boolean {
  return reachOf(actor, action) !== undefined;
}
