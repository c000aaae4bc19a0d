import { type HomeFacts, type HomeHeadline, homeHeadline } from "@/domain/headline";
import type { Role } from "@/domain/policy";

/** What a home page offers to do first; the screen words it. */
export type HomeAction =
  | "openDesk"
  | "keyPapers"
  | "assign"
  | "supervise"
  | "seePlan"
  | "seeStaff"
  | "seeProvince"
  | "seeNation"
  | "followUp"
  | "answerReferrals"
  | "importList"
  | "advanceClock";

type Says = HomeHeadline["says"];
type ActionOf = (facts: HomeFacts) => HomeAction | null;
type Actions = Partial<Record<Says, ActionOf>>;

const always = (action: HomeAction) => () => action;

/** After the home visits a head looks after the follow-up, whichever of its sentences the page says. */
const afterVisits = {
  to_follow_up: always("followUp"),
  not_interviewed: always("followUp"),
} satisfies Actions;

const district: Actions = {
  ...afterVisits,
  officers_missing: always("seePlan"),
  to_interview: ({ withoutOfficer }) => (withoutOfficer?.count ? "assign" : "supervise"),
  all_interviewed: ({ season }) => (season === "open" ? "supervise" : "followUp"),
};
const province: Actions = {
  ...afterVisits,
  districts_short: always("seeStaff"),
  to_interview: always("seeProvince"),
  all_interviewed: ({ season }) => (season === "open" ? "seeProvince" : "followUp"),
};

/** What each role does about the sentence that its home page says; a sentence that is left out asks for nothing. */
const actions: Record<Role, Actions> = {
  receiving_officer: {
    recorded_today: always("openDesk"),
    desk_closed: always("openDesk"),
    // The desks are closed; what came on paper until then may still be keyed in.
    desk_over: always("keyPapers"),
  },
  district_chief: district,
  district_secretary: district,
  governor: province,
  provincial_officer: { ...province, empty_register: always("importList") },
  agency_officer: { answers_waiting: always("answerReferrals") },
  // Only a demo has a clock to move.
  administrator: { officers: ({ demo }) => (demo ? "advanceClock" : null) },
  national_reader: { published: always("seeNation") },
  // The next people stand on the page itself.
  account_officer: {},
  link_bearer: {},
};

/** The first action of a role's home page: it answers the sentence above it, so both follow the month. */
export function homeAction(role: Role, facts: HomeFacts): HomeAction | null {
  const headline = homeHeadline(role, facts);
  return (headline && actions[role][headline.says]?.(facts)) ?? null;
}
