import type { DecisionState } from "@/domain/decision";
import type { HeadRole } from "@/domain/delegation";
import type { PaperIssue, Signature, WrittenPaper } from "@/domain/official-paper";
import { projectPhrase } from "@/domain/project-phrase";
import { formatThaiDate } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import type { TaskPage } from "@/server/agency-tasks/queries";
import type { AnnouncementPage } from "@/server/announcements/queries";
import { findHeadName } from "@/server/delegations/queries";
import { findOffice, headOfAgency } from "@/server/offices/queries";
import type { RegistrationView } from "@/server/registrations/queries";
import type { Scoped } from "@/server/scope";
import type { DistrictTeamPage, Team } from "@/server/teams/queries";
import { nationalReference, ofOffice, text } from "./parts";

/** @param today of a draft: the month beside the room for the day */
const issueOf = (signature: Signature | null, today: string): PaperIssue => ({
  number: signature?.number ?? null,
  issuedOn: signature?.on ?? null,
  month: (signature?.on ?? today).slice(0, 7),
  speed: signature?.speed ?? "none",
  secrecy: signature?.secrecy ?? "none",
  signedBy: signature?.by?.name ?? null,
});

/** The same with the name of the head who is to sign a draft, where the actor's own office has one. */
export async function issueOrDraft(
  scope: Scoped,
  signature: Signature | null,
  today: string,
  head: HeadRole | null,
): Promise<PaperIssue> {
  const issue = issueOf(signature, today);
  return signature || !head ? issue : { ...issue, signedBy: await findHeadName(scope, head) };
}

/** The head's line; the post of whoever signs for the head stands above it. */
export function signerLines(head: string, signature: Signature | null): string[] {
  if (!signature?.by || signature.capacity === "own") return [head];
  const capacity = say(`papers.capacity_${signature.capacity}`);
  return [say("papers.signerFor", { position: signature.by.position, capacity }), head];
}

const governorLines = (province: string, signature: Signature | null) =>
  signerLines(say("papers.governor", { province }), signature);

/** The signature of a decided paper from before papers were kept: staff signed by delegation only. Null: a draft. */
function signatureBefore(
  decided: {
    decision: DecisionState;
    decidedBy: Signature["by"];
    forHead: boolean;
  },
  number: string | null,
  on: string | null,
): Signature | null {
  if (decided.decision !== "approved" || on === null) return null;
  const { decidedBy: by, forHead } = decided;
  return { number, on, by, capacity: forHead ? "acting" : "own" };
}

export const linesOf = (words: string) => words.split(/\n+/).filter((line) => line.trim() !== "");

/** What the governor asks of an agency: as it was signed, or as it would be. */
export async function taskLetter(scope: Scoped, task: TaskPage): Promise<WrittenPaper> {
  const kept = await scope.tx.agencyTask.findUnique({
    where: { id: task.id },
    select: { signedPaper: true },
  });
  const signature = signatureBefore(task, task.letterNumber, task.decidedOn);
  return kept?.signedPaper ?? writeTaskLetter(scope, task, signature);
}

/** The letter of a task with this signature, in the words of today. */
export async function writeTaskLetter(
  scope: Scoped,
  task: TaskPage,
  signature: Signature | null,
): Promise<WrittenPaper> {
  const office = await findOffice(scope, null);
  const { province } = office;
  const { projectName, today } = task;
  return {
    paper: {
      ...(await ofOffice(scope, office)),
      subject: task.subject,
      to: await headOfAgency(scope, task.agency),
      reference: nationalReference(scope, signature?.on ?? today),
      body: [
        text(say("agencyTasks.letterReason")),
        text(
          projectName
            ? say("agencyTasks.letterProject", { province, project: projectPhrase(projectName) })
            : say("agencyTasks.letterAsk", { province }),
        ),
        ...linesOf(task.asked).map(text),
        text(say("agencyTasks.letterDue", { date: formatThaiDate(task.dueOn) })),
        text(say("agencyTasks.letterWish")),
      ],
      signer: governorLines(province, signature),
    },
    issue: await issueOrDraft(scope, signature, today, "governor"),
  };
}

/** What the governor tells the districts: as it was signed, or as it would be. */
export async function announcementLetter(
  scope: Scoped,
  announcement: AnnouncementPage,
): Promise<WrittenPaper> {
  const kept = await scope.tx.announcement.findUnique({
    where: { id: announcement.id },
    select: { signedPaper: true },
  });
  const { letterNumber, decidedOn } = announcement;
  const signature = signatureBefore(announcement, letterNumber, decidedOn);
  return kept?.signedPaper ?? writeAnnouncement(scope, announcement, signature);
}

/** The letter of an announcement with this signature, in the words of today. */
export async function writeAnnouncement(
  scope: Scoped,
  { districts, districtNames, title, body, today }: AnnouncementPage,
  signature: Signature | null,
): Promise<WrittenPaper> {
  const office = await findOffice(scope, null);
  const everywhere = districts.length === Object.keys(districtNames).length;
  const names = districts.map(({ districtCode }) => districtNames[districtCode] ?? districtCode);
  return {
    paper: {
      ...(await ofOffice(scope, office)),
      subject: title,
      to: everywhere
        ? say("announcements.letterToAll")
        : say("announcements.letterTo", { districts: names.join(" ") }),
      body: [...linesOf(body), say("announcements.letterClosing")].map(text),
      signer: governorLines(office.province, signature),
    },
    issue: await issueOrDraft(scope, signature, today, "governor"),
  };
}

/** คำสั่งจังหวัด แต่งตั้งทีม ปรจ.: as it was signed, or as it would be. */
export async function teamOrder(
  scope: Scoped,
  team: DistrictTeamPage,
  order: Team,
): Promise<WrittenPaper> {
  const kept = await scope.tx.districtTeam.findUnique({
    where: { id: order.id },
    select: { signedPaper: true },
  });
  const signature = signatureBefore(order, order.orderNumber, order.orderedOn);
  return kept?.signedPaper ?? writeTeamOrder(scope, team, order, signature);
}

/** The order with this signature, in the words of today: its members number by number, then what they are to do. */
export async function writeTeamOrder(
  scope: Scoped,
  { name: district, today }: DistrictTeamPage,
  order: Team,
  signature: Signature | null,
): Promise<WrittenPaper> {
  const office = await findOffice(scope, null);
  const from = formatThaiDate(order.fromOn);
  const duties = [
    say("teams.docDuty1"),
    say("teams.docDuty2"),
    say("teams.docDuty3"),
    say("teams.docDuty4"),
  ];
  return {
    paper: {
      ...(await ofOffice(scope, office, "order")),
      subject: say("teams.docSubject", { district }),
      body: [
        text(say("teams.docReason", { district, province: office.province })),
        {
          kind: "table",
          caption: say("teams.docSubject", { district }),
          head: [
            say("papers.order"),
            say("papers.name"),
            say("papers.position"),
            say("teams.docPlace"),
          ],
          rows: order.members.map(({ seat, name, position, agency, membership }) => [
            String(seat),
            name,
            [position, agency].filter(Boolean).join(" "),
            say(`teams.membership_${membership}`),
          ]),
        },
        text(say("teams.docDuties")),
        { kind: "items", items: duties },
        text(
          order.untilOn
            ? say("teams.docFromUntil", { from, until: formatThaiDate(order.untilOn) })
            : say("teams.docFrom", { from }),
        ),
      ],
      signer: governorLines(office.province, signature),
    },
    issue: await issueOrDraft(scope, signature, today, "governor"),
  };
}

/** To somebody who is no card holder: what was found, and what can be done; null unless that was decided. */
export async function refusalLetter(
  scope: Scoped,
  person: RegistrationView,
  today: string,
): Promise<WrittenPaper | null> {
  const refusal = person.decisions.find(({ outcome }) => outcome === "refused");
  if (person.state !== "refused" || !refusal) return null;
  const office = await findOffice(scope, null);
  const { province } = office;
  return {
    paper: {
      ...(await ofOffice(scope, office)),
      subject: say("registrations.letterSubject"),
      to: person.name,
      body: [
        say("registrations.letterReason", {
          place: person.placeName,
          date: formatThaiDate(person.cameOn),
          receipt: person.receiptNumber,
        }),
        say("registrations.letterAnswer", { province, reason: refusal.reason ?? "" }),
        say("registrations.letterWish", { province }),
      ].map(text),
    },
    issue: await issueOrDraft(scope, null, today, "governor"),
  };
}
