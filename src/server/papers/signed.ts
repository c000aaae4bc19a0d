import type { OfficialPaper, PaperIssue } from "@/domain/official-paper";
import { projectPhrase } from "@/domain/project-phrase";
import { formatThaiDate } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import type { TaskPage } from "@/server/agency-tasks/queries";
import type { AnnouncementPage } from "@/server/announcements/queries";
import { findOffice, headOfAgency } from "@/server/offices/queries";
import type { RegistrationView } from "@/server/registrations/queries";
import type { Scoped } from "@/server/scope";
import type { DistrictTeamPage, Team } from "@/server/teams/queries";
import { nationalReference, ofOffice, text } from "./parts";

/** The papers of the province that a decision signs: number and day are the decision's, so only their text is made here. */
export type WrittenPaper = { paper: OfficialPaper; issue: PaperIssue };

type Signature = {
  number: string | null;
  issuedOn: string | null;
  today: string;
  signedBy: string | null;
};
export const issueOf = ({ number, issuedOn, today, signedBy }: Signature): PaperIssue => ({
  number,
  issuedOn,
  month: (issuedOn ?? today).slice(0, 7),
  speed: "none",
  secrecy: "none",
  signedBy,
});

/** The governor's lines; whoever signs under an order stands above them. */
export function signerLines(province: string, deputy: { position: string } | null): string[] {
  const governor = say("papers.governor", { province });
  if (!deputy) return [governor];
  const capacity = say("papers.capacity_acting");
  return [say("papers.signerFor", { position: deputy.position, capacity }), governor];
}

export const linesOf = (words: string) => words.split(/\n+/).filter((line) => line.trim() !== "");

/** What the governor asks of an agency. */
export async function taskLetter(scope: Scoped, task: TaskPage): Promise<WrittenPaper> {
  const office = await findOffice(scope, null);
  const { province } = office;
  const { decidedBy, projectName } = task;
  const signed = task.decision === "approved";
  return {
    paper: {
      ...ofOffice(office),
      subject: task.subject,
      to: await headOfAgency(scope, task.agency),
      reference: nationalReference(scope, task.decidedOn ?? task.today),
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
      signer: signerLines(province, signed && task.forHead ? decidedBy : null),
    },
    issue: issueOf({
      number: task.letterNumber,
      issuedOn: signed ? task.decidedOn : null,
      today: task.today,
      signedBy: signed ? (decidedBy?.name ?? null) : null,
    }),
  };
}

/** What the governor tells the districts. */
export async function announcementLetter(
  scope: Scoped,
  announcement: AnnouncementPage,
): Promise<WrittenPaper> {
  const office = await findOffice(scope, null);
  const { districts, districtNames, title, body, decidedOn, decidedBy } = announcement;
  const everywhere = districts.length === Object.keys(districtNames).length;
  const names = districts.map(({ districtCode }) => districtNames[districtCode] ?? districtCode);
  const signed = announcement.decision === "approved";
  return {
    paper: {
      ...ofOffice(office),
      subject: title,
      to: everywhere
        ? say("announcements.letterToAll")
        : say("announcements.letterTo", { districts: names.join(" ") }),
      body: [...linesOf(body), say("announcements.letterClosing")].map(text),
      signer: signerLines(office.province, signed && announcement.delegation ? decidedBy : null),
    },
    issue: issueOf({
      number: announcement.letterNumber,
      issuedOn: signed ? decidedOn : null,
      today: announcement.today,
      signedBy: signed ? (decidedBy?.name ?? null) : null,
    }),
  };
}

/** คำสั่งจังหวัด แต่งตั้งทีม ปรจ.: its members number by number, then what they are to do. */
export async function teamOrder(
  scope: Scoped,
  team: DistrictTeamPage,
  order: Team,
): Promise<WrittenPaper> {
  const office = await findOffice(scope, null);
  const { name: district } = team;
  const signed = order.decision === "approved";
  const from = formatThaiDate(order.fromOn);
  const duties = [
    say("teams.docDuty1"),
    say("teams.docDuty2"),
    say("teams.docDuty3"),
    say("teams.docDuty4"),
  ];
  return {
    paper: {
      ...ofOffice(office, "order"),
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
      signer: signerLines(office.province, signed && order.delegation ? order.decidedBy : null),
    },
    issue: issueOf({
      number: order.orderNumber,
      issuedOn: order.orderedOn,
      today: team.today,
      signedBy: signed ? (order.decidedBy?.name ?? null) : null,
    }),
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
      ...ofOffice(office),
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
    issue: issueOf({ number: null, issuedOn: null, today, signedBy: null }),
  };
}
