import { medianOf } from "@/domain/figures/funnel";
import { sentAges } from "@/domain/referral-filter";
import { tableOf } from "@/domain/tables";

/** The states of a matter that was sent, as the take-up of a project tells them apart; together they are what was sent. */
export const sentStates = [
  "sent",
  "accepted",
  "waiting_list",
  "in_progress",
  "completed",
  "refused",
  "withdrawn",
] as const;
export type SentState = (typeof sentStates)[number];

/** By what take-up is told apart. */
export const takeUpParts = ["project", "dimension", "category"] as const;
export type TakeUpPart = (typeof takeUpParts)[number];

/** Of one project, dimension or heading of the menu, from the counters. */
export type TakeUpRow = {
  part: string;
  state: SentState | "chosen";
  /** Days until the agency's answer; -1: none. */
  answerDays: number;
  matters: number;
};

export type TakeUp = {
  part: string;
  /** Whose plan has it. */
  chosen: number;
  sent: number;
  states: Record<SentState, number>;
  /** Days until an answer, of so many that were answered; null: of none. */
  days: { median: number; people: number } | null;
};

/** The take-up of each part, what was sent most first. */
export function takeUpOf(rows: readonly TakeUpRow[]): TakeUp[] {
  const parts = [...new Set(rows.map(({ part }) => part))].sort();
  return parts
    .map((part) =>
      takeUpOfPart(
        part,
        rows.filter((row) => row.part === part),
      ),
    )
    .sort((one, other) => other.sent - one.sent || other.chosen - one.chosen);
}

function takeUpOfPart(part: string, rows: readonly TakeUpRow[]): TakeUp {
  const sum = (of: (row: TakeUpRow) => boolean) =>
    rows.reduce((all, row) => all + (of(row) ? row.matters : 0), 0);
  return {
    part,
    chosen: sum(({ state }) => state === "chosen"),
    sent: sum(({ state }) => state !== "chosen"),
    states: tableOf(sentStates, (each) => sum(({ state }) => state === each)),
    days: medianOf(
      rows
        .filter(({ answerDays }) => answerDays >= 0)
        .map(({ answerDays, matters }) => ({ days: answerDays, people: matters })),
    ),
  };
}

/** The unanswered matters of an agency, by how many days ago they were sent. */
export function agesOf(rows: readonly { days: number; matters: number }[]) {
  return tableOf(
    sentAges.map(({ id }) => id),
    (id) => {
      const age = sentAges.find((each) => each.id === id);
      return rows.reduce(
        (all, { days, matters }) =>
          age && days >= age.from && days <= age.to ? all + matters : all,
        0,
      );
    },
  );
}
