import type { IsoDate } from "@/domain/calendar";
import { keysOf } from "@/domain/tables";
import {
  type CarePart,
  careParts,
  type InterviewPart,
  interviewParts,
  type WorkPart,
} from "@/domain/work-left";
import { toDateColumn } from "@/server/clock";
import { Prisma } from "@/server/generated/prisma/client";

/** The work of `domain/work-left` as conditions that holders and their counters both understand. */
type OfBoth = Prisma.HolderWhereInput & Prisma.HolderTallyWhereInput;

function whom({ mustReach, states, answer }: WorkPart): OfBoth {
  return { mustReach, state: { in: [...states] }, ...(answer && { latestAnswer: answer }) };
}

const anyOf = (parts: Record<string, WorkPart>): OfBoth => ({
  OR: keysOf(parts).map((part) => whom(parts[part] as WorkPart)),
});

/** Interviews left, all or one part. */
export function withInterviewLeft(part: InterviewPart | "all" = "all"): OfBoth {
  return part === "all" ? anyOf(interviewParts) : whom(interviewParts[part]);
}

/** Who is to have an account officer, all or one part; whether they have one is asked beside it. */
export function toCareFor(part: CarePart | "all" = "all"): OfBoth {
  return part === "all" ? anyOf(careParts) : whom(careParts[part]);
}

/** `toCareFor()` for a query of our own; the holder is `h`. */
export function caredForSql(): Prisma.Sql {
  const parts: WorkPart[] = Object.values(careParts);
  const each = parts.map(
    ({ mustReach, states, answer }) => Prisma.sql`(h.must_reach = ${mustReach}
      AND h.state = ANY(${[...states]}) ${answer ? Prisma.sql`AND h.latest_answer = ${answer}` : Prisma.empty})`,
  );
  return Prisma.sql`(${Prisma.join(each, " OR ")})`;
}

/**
 * For whom an officer may set out now. An absence never undoes having been met, and a reported death or move waits for its
 * confirmation: neither changes the state, yet nobody is to knock there meanwhile.
 */
export const reachableNow = {
  absences: { none: { returnedOn: null } },
  departures: { none: { confirmation: { in: ["pending", "confirmed"] } } },
} satisfies Prisma.HolderWhereInput;

/** Whose day went by without a record before `day`: an appointment still planned, with somebody who can be gone to. */
export function overdueOn(day: IsoDate) {
  return {
    ...reachableNow,
    appointments: { some: { status: "planned", meetOn: { lt: toDateColumn(day) } } },
  } satisfies Prisma.HolderWhereInput;
}

const awaitsInterview = {
  OR: [
    { ...withInterviewLeft(), counted: true },
    // Beside those counted, who awaits the Ministry's answer is visited like the others.
    { standing: "awaiting", state: { in: [...interviewParts.voluntary.states] } },
  ],
  ...reachableNow,
} satisfies Prisma.HolderWhereInput;

/** A refusal that waits for its confirmation: rejected, the person is due again. */
export const pendingRefusal = { confirmation: "pending" } as const;

/** Of the interviews left, those for whom an officer may set out now. */
export const findableNow = {
  ...awaitsInterview,
  refusals: { none: pendingRefusal },
} satisfies Prisma.HolderWhereInput;

/** Of the interviews left, those who are said to refuse: a head of the district has not decided yet. */
export const refusingNow = {
  ...awaitsInterview,
  refusals: { some: pendingRefusal },
} satisfies Prisma.HolderWhereInput;
