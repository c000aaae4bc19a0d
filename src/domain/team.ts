import { z } from "zod";
import type { IsoDate } from "@/domain/calendar";
import { beyond } from "@/domain/fault";
import { optionalDay, requiredDay, requiredName, requiredText } from "@/domain/fields";
import { nameTitles, splitFullName } from "@/domain/names";
import { normalizeThai, tidyThai } from "@/domain/thai";

/** What a member of ทีม ปรจ. is, in the order of the order: ประธาน, คณะทำงาน, เลขานุการ. */
export const teamMemberships = ["chair", "member", "secretary"] as const;
export type TeamMembership = (typeof teamMemberships)[number];

export type TeamMember = {
  membership: TeamMembership;
  name: string;
  position: string;
  agency: string | null;
};

/** The most that one order names. */
export const mostMembers = 60;

/** นาย, นาง, นางสาว or a rank comes before an official's name. */
function hasTitle(name: string): boolean {
  return nameTitles.includes(splitFullName(name).title);
}

const titledName = requiredText(120).refine(hasTitle, "title");

/** A line as it is pasted: name, position, agency, parted by a comma, a tab or a bar. */
export function readMember(line: string): Omit<TeamMember, "membership"> | null {
  const [name = "", position = "", ...agency] = line.split(/[,\t|]/).map(tidyThai);
  if (!hasTitle(name) || position.length < 2) return null;
  return { name, position, agency: agency.filter(Boolean).join(" ") || null };
}

/** The lines that say something. */
const linesOf = (text: string) =>
  normalizeThai(text)
    .split(/\r?\n/)
    .filter((line) => tidyThai(line) !== "");

const members = z
  .string()
  .nullish()
  .transform((text) => linesOf(text ?? "").map(readMember))
  .refine((read) => read.every((member) => member !== null), "memberLine")
  .refine((read) => read.length <= mostMembers, beyond("tooMany", mostMembers))
  .transform((read) => read.filter((member) => member !== null));

/** A team as it is prepared: the chair, the secretary, and the others line by line. */
export const teamInput = z.strictObject({
  districtCode: z.string().regex(/^\d{4}$/),
  chairName: titledName,
  chairPosition: requiredName(160),
  secretaryName: titledName,
  secretaryPosition: requiredName(160),
  members,
  fromOn: requiredDay,
  untilOn: optionalDay,
});

/** The seats in the order in which the order prints them. */
export function seatsOf(input: z.output<typeof teamInput>): TeamMember[] {
  return [
    { membership: "chair", name: input.chairName, position: input.chairPosition, agency: null },
    ...input.members.map((member) => ({ membership: "member" as const, ...member })),
    {
      membership: "secretary",
      name: input.secretaryName,
      position: input.secretaryPosition,
      agency: null,
    },
  ];
}

/** A member as the line of the form that reads back as the same. */
export function memberLine({ name, position, agency }: Omit<TeamMember, "membership">): string {
  return [name, position, agency].filter(Boolean).join(", ");
}

type Appointed = { fromOn: IsoDate; untilOn: IsoDate | null; orderedOn: IsoDate | null };

/** The team in force on a day: the latest order that has begun; none where it has ended. */
export function teamOn<Team extends Appointed>(
  teams: readonly Team[],
  today: IsoDate,
): Team | null {
  const [latest] = teams.filter(({ fromOn }) => fromOn <= today).sort((a, b) => newer(b, a));
  return latest && (latest.untilOn === null || latest.untilOn >= today) ? latest : null;
}

function newer(a: Appointed, b: Appointed): number {
  const [one, other] = [a, b].map(({ fromOn, orderedOn }) => `${fromOn} ${orderedOn ?? ""}`);
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
