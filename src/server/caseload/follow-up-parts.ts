import type { HolderFilter } from "@/domain/holder-filter";
import type { FollowUpRound } from "@/domain/rules/rule-set";
import { rules2018 } from "@/domain/rules/rules-2018";
import { toDateColumn } from "@/server/clock";
import type { Prisma } from "@/server/generated/prisma/client";

/** The parts of a filter that ask for what came after the interview, as conditions on holders. */
export function followUpParts(filter: HolderFilter): Prisma.HolderWhereInput[] {
  const parts: Prisma.FollowUpWhereInput[] = [];
  if (filter.contacts)
    parts.push({ contacts: filter.contacts === "3" ? { gte: 3 } : Number(filter.contacts) });
  if (filter.round) parts.push(roundPart(filter.round));
  if (filter.takenUp) parts.push({ takenUp: { gt: 0 } });
  if (filter.result) parts.push(results[filter.result]);
  const plan: Prisma.HolderWhereInput[] =
    filter.plan || parts.length > 0
      ? [{ followUp: { is: { AND: [{ active: true }, ...parts] } } }]
      : [];
  return filter.ministry ? [...plan, { ministry: { some: { state: filter.ministry } } }] : plan;
}

const results: Record<NonNullable<HolderFilter["result"]>, Prisma.FollowUpWhereInput> = {
  job: { gotJob: true },
  loan: { loanBaht: { gt: 0 } },
  training: { trainingHours: { gt: 0 } },
  income_told: { incomeThen: { not: null }, incomeNow: { not: null } },
  income_up: { incomeUp: true },
};

function roundPart(asked: NonNullable<HolderFilter["round"]>): Prisma.FollowUpWhereInput {
  const [id, state] = asked.split("_");
  const round = rules2018.followUpRounds.value.find((each) => each.id === id) as FollowUpRound;
  const done = state === "done" ? { not: null } : null;
  return {
    agreedOn: { lt: toDateColumn(round.from) },
    ...(id === "june" ? { juneOn: done } : { septemberOn: done }),
  };
}
