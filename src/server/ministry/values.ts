import type { Answers } from "@/domain/assessment";
import type { ContactChannel, Obstacle, ProjectState } from "@/domain/follow-up";
import type { PlanningGroup } from "@/domain/holder-filter";
import { type MinistrySource, type MinistryValues, ministryKindOf } from "@/domain/ministry";
import { type Phones, phoneOf } from "@/domain/phone";
import { projectNameOn } from "@/domain/rules/sets";
import { formatThaiDateNumeric } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { fromDateColumn } from "@/server/clock";
import { phoneColumns } from "@/server/holders/phone";
import type { Scoped } from "@/server/scope";

const person = {
  title: true,
  firstName: true,
  lastName: true,
  accountOfficerCode: true,
  occupationGroup: true,
  income2559Satang: true,
  ...phoneColumns,
  followUp: { select: { incomeThen: true } },
} as const;

type Entry = {
  id: string;
  kind: MinistrySource;
  amends: boolean;
  sourceId: string;
  holderId: string;
  occurredOn: Date;
};

const date = (day: Date | null) => day && formatThaiDateNumeric(fromDateColumn(day));
const amount = (value: number | null | undefined) =>
  value === null || value === undefined ? null : String(value);

/**
 * The values of each entry for the Ministry, by entry, as text; without the national ID, which is read only where it is
 * shown. Four queries, however many entries.
 */
export async function entryValues({ tx, ruleSets }: Scoped, entries: readonly Entry[]) {
  const sources = entries.map(({ sourceId }) => sourceId);
  const people = await tx.holder.findMany({
    where: { id: { in: entries.map(({ holderId }) => holderId) } },
    select: { id: true, ...person },
  });
  const contacts = await tx.contact.findMany({
    where: { id: { in: sources } },
    include: { projects: { orderBy: { project: "asc" } } },
  });
  const interviews = await tx.assessment.findMany({
    where: { id: { in: sources } },
    select: {
      id: true,
      answers: true,
      nextContactOn: true,
      projects: { orderBy: { priority: "asc" }, select: { project: true } },
    },
  });
  const declined = await tx.intent.findMany({
    where: { id: { in: sources } },
    select: { id: true, reason: true },
  });
  const reasonOf = new Map(declined.map(({ id, reason }) => [id, reason]));
  const personOf = new Map(people.map((one) => [one.id, one]));
  const contactOf = new Map(contacts.map((one) => [one.id, one]));
  const interviewOf = new Map(interviews.map((one) => [one.id, one]));
  return new Map(
    entries.flatMap((entry) => {
      const holder = personOf.get(entry.holderId);
      if (!holder) return [];
      const contact = contactOf.get(entry.sourceId);
      const interview = interviewOf.get(entry.sourceId);
      const day = fromDateColumn(entry.occurredOn);
      const named = (code: string) => projectNameOn(ruleSets, day, code);
      const told = contact
        ? contactValues(contact, named)
        : interview
          ? interviewValues(interview, named)
          : { note: reasonOf.get(entry.sourceId) ?? null };
      const values = { ...personValues(holder), ...told };
      return [
        [entry.id, { ...values, kind: kindInWords(entry), occurredOn: date(entry.occurredOn) }],
      ];
    }),
  ) as Map<string, MinistryValues>;
}

/** The kind in the Ministry's words; of a change, of what. */
function kindInWords(entry: Pick<Entry, "kind" | "amends">): string {
  const kind = say(`ministry.kind_${ministryKindOf(entry)}`);
  return entry.amends ? `${kind} (${say(`ministry.kind_${entry.kind}`)})` : kind;
}

function personValues(
  holder: Phones & {
    title: string;
    firstName: string;
    lastName: string;
    accountOfficerCode: string | null;
    occupationGroup: PlanningGroup;
    income2559Satang: number;
    followUp: { incomeThen: number | null } | null;
  },
): MinistryValues {
  return {
    title: holder.title,
    firstName: holder.firstName,
    lastName: holder.lastName,
    officerCode: holder.accountOfficerCode,
    occupationGroup: say(`words.group_${holder.occupationGroup}`),
    incomeYear2559: amount(Math.round(holder.income2559Satang / 100)),
    incomeAtInterview: amount(holder.followUp?.incomeThen),
    phone: phoneOf(holder),
  };
}

type ProjectName = (code: string) => string;

type ContactRow = {
  channel: ContactChannel;
  incomeBaht: number | null;
  gotJob: boolean;
  loanBaht: number | null;
  trainingHours: number | null;
  obstacles: Obstacle[];
  obstacleNote: string | null;
  note: string | null;
  nextOn: Date | null;
  projects: { project: string; state: ProjectState }[];
};

function contactValues(contact: ContactRow, named: ProjectName): MinistryValues {
  return {
    channel: say(`followUps.channel_${contact.channel}`),
    incomeNow: amount(contact.incomeBaht),
    gotJob: contact.gotJob ? say("followUps.gotJob_yes") : say("followUps.gotJob_no"),
    loanBaht: amount(contact.loanBaht),
    trainingHours: amount(contact.trainingHours),
    projects: contact.projects
      .map(({ project, state }) => `${named(project)} (${say(`followUps.project_${state}`)})`)
      .join("; "),
    obstacles: [
      ...contact.obstacles.map((code) => say(`followUps.obstacle_${code}`)),
      contact.obstacleNote,
    ]
      .filter(Boolean)
      .join("; "),
    note: contact.note,
    nextOn: date(contact.nextOn),
  };
}

type InterviewRow = {
  answers: Answers;
  nextContactOn: Date | null;
  projects: { project: string }[];
};

function interviewValues(interview: InterviewRow, named: ProjectName): MinistryValues {
  const { monthlyIncome } = interview.answers;
  return {
    incomeNow: typeof monthlyIncome === "number" ? String(monthlyIncome) : null,
    projects: interview.projects.map(({ project }) => named(project)).join("; "),
    nextOn: date(interview.nextContactOn),
  };
}
