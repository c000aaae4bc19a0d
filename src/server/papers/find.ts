import { z } from "zod";
import {
  type AnyPaper,
  paperKinds,
  type WrittenKind,
  type WrittenPaper,
  writtenKinds,
} from "@/domain/official-paper";
import { formatPhone } from "@/domain/phone";
import { type Action, mayEver } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { findTask } from "@/server/agency-tasks/queries";
import { findAnnouncement } from "@/server/announcements/queries";
import { programmeDate } from "@/server/clock";
import { findLinkLetter } from "@/server/links/queries";
import { viewRegistration } from "@/server/registrations/queries";
import { viewReport } from "@/server/reports/queries";
import type { Scoped } from "@/server/scope";
import { getTeam } from "@/server/teams/queries";
import { draftPaper, findIssued } from "./queries";
import { reportPaper } from "./report-paper";
import { announcementLetter, refusalLetter, taskLetter, teamOrder } from "./signed";

/** What a reader must be allowed to open a paper: the same as on its page. */
export const paperActions: Record<AnyPaper, Action> = {
  away_letter: "finding.confirm",
  host_letter: "place.announce",
  place_notice: "place.announce",
  receiving_order: "receiving.name",
  officers_request: "outreach.plan",
  referral_letter: "referral.link",
  issued: "paper.read",
  task_letter: "task.read",
  announcement: "announcement.read",
  team_order: "team.view",
  report: "report.read",
  refusal_letter: "registration.decide",
};

/** `foot`: beside the owner of the matter. */
export type FoundPaper = WrittenPaper & { foot: string[] };

const found = (written: WrittenPaper): FoundPaper => ({
  paper: written.paper,
  issue: written.issue,
  foot: [],
});

type Find = (scope: Scoped, about: string) => Promise<FoundPaper | null>;

const finders: Record<WrittenKind, Find> = {
  issued: async (scope, id) => {
    const row = await findIssued(scope, id);
    return row?.content ? found({ paper: row.content, issue: row.issue }) : null;
  },
  task_letter: async (scope, id) => {
    const task = await findTask(scope, id);
    return task && found(await taskLetter(scope, task));
  },
  announcement: async (scope, id) => {
    const announcement = await findAnnouncement(scope, id);
    return announcement && found(await announcementLetter(scope, announcement));
  },
  team_order: async (scope, about) => {
    const [districtCode = "", teamId] = about.split("/");
    const team = await getTeam(scope, districtCode);
    const order = team?.orders.find(({ id }) => id === teamId);
    return team && order ? found(await teamOrder(scope, team, order)) : null;
  },
  report: async (scope, id) => {
    const report = await viewReport(scope, id);
    return report && found(await reportPaper(scope, report));
  },
  refusal_letter: async (scope, id) => {
    const person = await viewRegistration(scope, id);
    const letter = person && (await refusalLetter(scope, person, await programmeDate(scope.tx)));
    return letter && found(letter);
  },
};

/** The link of a referral, until when it answers, and whom to ask; null where the letter is out of reach. */
async function linkFoot(scope: Scoped, linkId: string): Promise<string[] | null> {
  const letter = await findLinkLetter(scope, linkId);
  if (!letter) return null;
  return [
    letter.address,
    say("referrals.letterUntil", { date: formatThaiDate(letter.expiresOn) }),
    say("referrals.letterContact", {
      name: letter.senderName ?? "",
      phone: formatPhone(letter.senderPhone ?? ""),
    }),
  ];
}

const byId: readonly AnyPaper[] = [
  "referral_letter",
  ...writtenKinds.filter((kind) => kind !== "team_order"),
];

/**
 * A paper as its page shows it to this reader; null out of reach, and where there is nothing to write.
 * @param again the text of now although one was issued
 */
export async function findPaper(
  scope: Scoped,
  kind: AnyPaper,
  about: string,
  again: boolean,
): Promise<FoundPaper | null> {
  if (!mayEver(scope.actor, paperActions[kind])) return null;
  if (byId.includes(kind) && !z.uuid().safeParse(about).success) return null;
  const written = writtenKinds.find((each) => each === kind);
  if (written) return finders[written](scope, about);
  const own = paperKinds.find((each) => each === kind);
  if (!own) return null;
  const foot = own === "referral_letter" ? await linkFoot(scope, about) : [];
  const draft = foot && (await draftPaper(scope, own, about, again));
  return draft && { paper: draft.paper, issue: draft.issue, foot: foot ?? [] };
}
