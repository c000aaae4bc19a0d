import { z } from "zod";
import { isConcerned } from "@/domain/death";
import { requiredText } from "@/domain/fields";
import { Refusal } from "@/domain/result";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { auditRead, type Scoped } from "@/server/scope";
import {
  answersAgainst,
  answersGiven,
  answersShown,
  answersSince,
  hasAnswersAfterDeath,
} from "./answers-after-death";
import { person, shown } from "./person";
import { ofDistrict } from "./reports";

/**
 * A death or a move that was confirmed is looked at again: kept, or withdrawn because it was wrong. What it ended begins
 * again, and the answers given after a death count from their own days; where the death is kept they are recorded and do
 * not count. Never by the officer who reported it, nor by one who took such an answer.
 */
export const reviewDeparture = defineCommand({
  name: "reviewDeparture",
  action: "finding.confirm",
  input: z.strictObject({
    departureId: z.uuid(),
    outcome: z.enum(["kept", "withdrawn"], { error: "choose" }),
    note: requiredText(300),
    expected: answersShown,
  }),
  async subject({ tx }, { departureId: id }) {
    const found = await tx.departure.findFirst({
      where: { id, ...ofDistrict },
      select: { id: true, provinceCode: true, districtCode: true },
    });
    return found && { type: "departure", ...found };
  },
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const { departureId: id, outcome, note } = input;
    await answersAgainst(scope, id, input.expected);
    const { count } = await tx.departure.updateMany({
      where: { id, confirmation: "confirmed" },
      data: {
        confirmation: outcome === "withdrawn" ? "withdrawn" : "confirmed",
        reviewedById: actor.id,
        reviewedOn: toDateColumn(today),
        reviewNote: note,
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    return { outcome };
  },
});

const contradicted = ({ actor }: Scoped) => ({
  kind: "deceased" as const,
  confirmation: "confirmed" as const,
  districtCode: actor.districtCode ?? "",
  holder: hasAnswersAfterDeath,
});

/** Confirmed deaths of the district whose people have answered since: a head says which of the two is wrong. */
export async function listContradictedDeaths(scope: Scoped) {
  const { tx, actor } = scope;
  const rows = await tx.departure.findMany({
    where: contradicted(scope),
    include: {
      holder: { select: { ...person.select, ...answersGiven } },
      recordedBy: { select: { name: true } },
      confirmedBy: { select: { name: true } },
    },
    orderBy: [{ departedOn: "asc" }, { id: "asc" }],
    take: 200,
  });
  auditRead(scope, "finding.confirm", { type: "list", id: null }, { count: rows.length });
  return rows.map(({ holder, departedOn, recordedBy, confirmedBy, ...row }) => {
    const answers = answersSince(departedOn, holder);
    return {
      id: row.id,
      kind: row.kind,
      source: row.source,
      words: row.sourceDetail,
      on: fromDateColumn(departedOn),
      recordedBy: recordedBy.name,
      confirmedBy: confirmedBy?.name ?? "",
      person: shown(holder),
      answers,
      own: isConcerned({ ...row, answers }, actor.id),
    };
  });
}
export type ContradictedDeath = Awaited<ReturnType<typeof listContradictedDeaths>>[number];

/** How many they are: the home card of exactly that list. */
export async function countContradictedDeaths(scope: Scoped): Promise<number> {
  return scope.tx.departure.count({ where: contradicted(scope) });
}
