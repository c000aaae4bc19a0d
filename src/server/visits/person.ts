import { type Phones, phoneOf } from "@/domain/phone";
import type { Door } from "@/domain/walk";
import { phoneColumns } from "@/server/holders/phone";
import { fullName } from "@/server/holders/search";

/** What a page about a visit shows of a holder. */
export const person = {
  select: {
    id: true,
    title: true,
    firstName: true,
    lastName: true,
    searchName: true,
    visitHouseNo: true,
    visitMoo: true,
    visitSubdistrictCode: true,
    ...phoneColumns,
    state: true,
    interviewedOn: true,
    followUp: { select: { active: true } },
    subdistrict: { select: { name: true } },
    correctedSubdistrict: { select: { name: true } },
  },
} as const;

export type Person = Phones & {
  id: string;
  title: string;
  firstName: string;
  lastName: string;
  searchName: string;
  visitHouseNo: string | null;
  visitMoo: number | null;
  visitSubdistrictCode: string;
  state: string;
  interviewedOn: Date | null;
  followUp: { active: boolean } | null;
  subdistrict: { name: string };
  correctedSubdistrict: { name: string } | null;
};

/** The address for visits: the corrected one if it is in force. */
export function shown({ title, firstName, lastName, ...rest }: Person) {
  return {
    id: rest.id,
    name: fullName(title, firstName, lastName),
    houseNo: rest.visitHouseNo,
    moo: rest.visitMoo,
    subdistrictCode: rest.visitSubdistrictCode,
    subdistrict: (rest.correctedSubdistrict ?? rest.subdistrict).name,
    phone: phoneOf(rest),
    state: rest.state,
    interviewed: rest.interviewedOn !== null,
    followsUp: rest.followUp?.active ?? false,
  };
}
export type VisitPerson = ReturnType<typeof shown>;

/** The columns that the way to somebody needs. */
export const doorColumns = {
  visitSubdistrictCode: true,
  visitMoo: true,
  visitHouseNo: true,
  searchName: true,
} as const;

/** Where a holder lives, as the walking order needs it. */
export function doorOf(holder: Pick<Person, keyof typeof doorColumns>): Door {
  return {
    subdistrictCode: holder.visitSubdistrictCode,
    moo: holder.visitMoo,
    houseNo: holder.visitHouseNo,
    name: holder.searchName,
  };
}
