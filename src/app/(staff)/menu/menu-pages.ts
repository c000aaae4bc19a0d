import { hasCoInterviews } from "@/domain/co-interview";
import { headRoleOf } from "@/domain/delegation";
import { type DutyStage, dutyRoleOf } from "@/domain/duties";
import { type Action, type Actor, mayEver } from "@/domain/policy";
import { keysOf } from "@/domain/tables";

/** When a page is worked on; `always`: whatever the season. */
export type MenuStage = DutyStage | "always";
export const menuStages = ["prepare", "operate", "follow_up", "always"] as const;

export type MenuReader = Pick<Actor, "role" | "agency" | "districtCode">;
type MenuPage = { stage: MenuStage; may: Action | ((actor: MenuReader) => boolean) };

const inDistrict = ({ districtCode }: MenuReader) => districtCode !== null;
const ofDistrict = (action: Action) => (actor: MenuReader) =>
  inDistrict(actor) && mayEver(actor, action);

/**
 * Every page that can be opened by its bare address, and by whom. A test compares it with the table of routes and roles
 * (tests/security/matrix.csv), so a page that nobody can find does not pass.
 */
export const menuPages = {
  "/province/readiness": { stage: "prepare", may: "province.prepare" },
  "/province/teams": { stage: "prepare", may: "province.prepare" },
  "/province/agencies": { stage: "prepare", may: "province.prepare" },
  "/announcements": { stage: "prepare", may: "announcement.read" },
  "/imports": { stage: "prepare", may: "import.view" },
  "/district/plan": { stage: "prepare", may: "outreach.plan" },
  "/district/briefings": { stage: "prepare", may: "briefing.hold" },
  "/district/officers": { stage: "prepare", may: "code.keep" },
  "/district/receiving": { stage: "prepare", may: "receiving.name" },
  "/desk/places": { stage: "prepare", may: (actor) => deskRoles(actor) },
  "/desk/places/letters": { stage: "prepare", may: "place.announce" },
  "/desk/station": { stage: "prepare", may: "station.open" },
  "/office": { stage: "prepare", may: "office.keep" },
  "/area-maps": { stage: "prepare", may: "map.record" },
  "/settings": { stage: "prepare", may: "province.prepare" },
  "/orders": {
    stage: "prepare",
    may: (actor) => mayEver(actor, "delegation.keep") || !!headRoleOf(actor.role),
  },

  "/desk": { stage: "operate", may: (actor) => deskRoles(actor) },
  "/desk/papers": { stage: "operate", may: "intent.record" },
  "/desk/confirmations": { stage: "operate", may: "intent.confirm" },
  "/district/confirmations": { stage: "operate", may: "finding.confirm" },
  "/day": { stage: "operate", may: "appointment.keep" },
  "/calendar": { stage: "operate", may: "appointment.keep" },
  "/assign": { stage: "operate", may: "caseload.assign" },
  "/assign/waiting": { stage: "operate", may: "caseload.assign" },
  "/assign/balance": { stage: "operate", may: "caseload.assign" },
  "/assign/moves": { stage: "operate", may: "caseload.assign" },
  "/transfers": { stage: "operate", may: "transfer.answer" },
  "/district/co-interviews": { stage: "operate", may: "co_interview.match" },
  "/co-interviews": { stage: "operate", may: hasCoInterviews },
  "/district/away": { stage: "operate", may: "finding.confirm" },
  "/registrations": { stage: "operate", may: "registration.list" },
  "/province/decisions": { stage: "operate", may: "province.decide" },
  "/referrals": { stage: "operate", may: "referral.list" },
  "/referrals/places": { stage: "operate", may: "capacity.set" },
  "/agency/tasks": { stage: "operate", may: "task.answer" },
  "/corrections": { stage: "operate", may: "correction.read" },
  "/not-received": { stage: "operate", may: "inquiry.record" },
  "/inquiries": { stage: "operate", may: "inquiry.read" },
  "/print/forms": { stage: "operate", may: "form.print" },

  "/follow-ups": { stage: "follow_up", may: "follow_up.view" },
  "/district/supervision": { stage: "follow_up", may: "note.send" },
  "/reports": { stage: "follow_up", may: "report.read" },
  "/ministry": { stage: "follow_up", may: "ministry.view" },
  "/ministry/fields": { stage: "follow_up", may: "ministry.configure" },
  "/ministry/return-format": { stage: "follow_up", may: "ministry.configure" },
  "/ministry/cutoff": { stage: "follow_up", may: "ministry.configure" },
  "/runs": { stage: "follow_up", may: "run.read" },
  "/runs/fields": { stage: "follow_up", may: "ministry.configure" },
  "/runs/answer-format": { stage: "follow_up", may: "ministry.configure" },
  "/differences": { stage: "follow_up", may: "ledger.read" },
  "/district/daily": { stage: "follow_up", may: ofDistrict("district.view") },
  "/province/daily": { stage: "follow_up", may: "province.view" },
  "/packs": { stage: "follow_up", may: "pack.read" },
  "/resolutions": { stage: "follow_up", may: "resolution.read" },
  "/exports": { stage: "follow_up", may: "export.request" },

  "/district": { stage: "always", may: ofDistrict("district.view") },
  "/province": { stage: "always", may: "province.view" },
  "/nation": { stage: "always", may: "nation.view" },
  "/figures/trend": { stage: "always", may: "district.view" },
  "/figures/compare": { stage: "always", may: "district.view" },
  "/figures/map": { stage: "always", may: "district.view" },
  "/figures/funnel": { stage: "always", may: "district.view" },
  "/figures/take-up": { stage: "always", may: "district.view" },
  "/papers": { stage: "always", may: "paper.read" },
  "/holders": { stage: "always", may: "holder.list" },
  "/catalogue": { stage: "always", may: "catalogue.view" },
  "/interpretations": { stage: "always", may: "catalogue.view" },
  "/rules": { stage: "always", may: "catalogue.view" },
  "/duties": { stage: "always", may: ({ role }) => dutyRoleOf(role) !== undefined },
  "/notifications": { stage: "always", may: "notification.read" },
} as const satisfies Record<string, MenuPage>;
export type MenuAddress = keyof typeof menuPages;

const deskRoles = (actor: MenuReader) => mayEver(actor, "desk.work") || mayEver(actor, "desk.open");

/** The pages of a stage that the actor may open, in the order of the table. */
export function menuPagesOf(actor: MenuReader, stage: MenuStage): MenuAddress[] {
  return keysOf(menuPages).filter((href) => {
    const page: MenuPage = menuPages[href];
    return page.stage === stage && mayOpen(actor, page);
  });
}

function mayOpen(actor: MenuReader, { may }: MenuPage): boolean {
  return typeof may === "string" ? mayEver(actor, may) : may(actor);
}
