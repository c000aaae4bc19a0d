import { z } from "zod";
import { isIsoMonth, monthOf } from "@/domain/calendar";
import { cutoffDays, nextCutoff } from "@/domain/cutoff";
import { dueOf } from "@/domain/due";
import { requiredDay, requiredNumberOfPaper } from "@/domain/fields";
import { mayEver } from "@/domain/policy";
import { invalid } from "@/domain/result";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { provinceCodeOf } from "@/server/own-district";
import type { Scoped } from "@/server/scope";
import { countEntries } from "./counts";

/** The Ministry's monthly cut-off day, as its letter names it, from this month or a later one; it is for the whole province. */
export const setCutoff = defineCommand({
  name: "setCutoff",
  action: "ministry.configure",
  input: z.strictObject({
    letterNumber: requiredNumberOfPaper(60),
    letterOn: requiredDay,
    day: z.enum(cutoffDays, { error: "choose" }).transform(Number),
    fromMonth: z.string({ error: "choose" }).refine(isIsoMonth, "choose"),
  }),
  subject: async ({ actor }) => ({
    type: "ministry_cutoff",
    id: null,
    provinceCode: actor.provinceCode,
  }),
  detail: ({ letterNumber, day, fromMonth }) => ({ letterNumber, day, fromMonth }),
  async run({ tx, actor, input, today, id }) {
    if (input.letterOn > today) throw invalid({ letterOn: "future" });
    if (input.fromMonth < monthOf(today)) throw invalid({ fromMonth: "past" });
    await tx.ministryCutoff.createMany({
      data: [
        {
          ...input,
          id,
          provinceCode: provinceCodeOf(actor),
          letterOn: toDateColumn(input.letterOn),
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { day: input.day };
  },
});

/** The letters that the province has recorded, the newest first. */
export async function listCutoffs({ tx, actor }: Scoped) {
  if (!mayEver(actor, "ministry.view")) return [];
  const cutoffs = await tx.ministryCutoff.findMany({
    where: { provinceCode: actor.provinceCode ?? "" },
    include: { recordedBy: { select: { name: true } } },
    orderBy: [{ fromMonth: "desc" }, { recordedAt: "desc" }],
  });
  return cutoffs.map(({ id, day, fromMonth, letterNumber, letterOn, recordedBy }) => ({
    ...{ id, day, fromMonth, letterNumber },
    letterOn: fromDateColumn(letterOn),
    by: recordedBy.name,
  }));
}

/**
 * The next cut-off day, and how many wishes are in which state before it, in the actor's reach or in one district. Numbers only.
 * @param counted where the page has counted already
 */
export async function getCutoff(
  scope: Scoped,
  today: string,
  district: string | null = null,
  counted = countEntries(scope, district),
) {
  const next = nextCutoff(await listCutoffs(scope), today);
  return {
    next: next && { on: next.on, due: dueOf(next.on, today) },
    wishes: (await counted).wishes,
    configures: mayEver(scope.actor, "ministry.configure"),
    /** Whose wishes the district reports: an account officer's own holders. */
    ofOthers: scope.actor.role === "account_officer",
  };
}
export type CutoffView = Awaited<ReturnType<typeof getCutoff>>;
