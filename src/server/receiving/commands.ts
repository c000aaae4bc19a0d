import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requiredDay, requiredPhone } from "@/domain/fields";
import { invalid } from "@/domain/result";
import { say } from "@/i18n/words";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import type { Transaction } from "@/server/db";
import { requireHead } from "@/server/delegations/queries";
import { addOfficerOfDistrict, issueSlipTo } from "@/server/officers/district";
import { areaOf, districtRow } from "@/server/own-district";
import type { Scoped } from "@/server/scope";

const period = { placeId: z.uuid({ error: "choose" }), fromOn: requiredDay, untilOn: requiredDay };

async function placeSubject({ tx }: Scoped, { placeId }: { placeId: string }) {
  const place = await tx.place.findUnique({
    where: { id: placeId },
    select: { id: true, provinceCode: true, districtCode: true },
  });
  return place && { type: "place", ...place };
}

/** Names who receives at a place, from–until, within the days of the place. */
export const nameReceivingOfficers = defineCommand({
  name: "nameReceivingOfficers",
  action: "receiving.name",
  input: z.strictObject({
    ...period,
    officerIds: z.array(z.uuid(), { error: "choose" }).min(1, { error: "choose" }).max(50),
  }),
  subject: placeSubject,
  detail: ({ officerIds }) => ({ officers: officerIds.length }),
  async run(scope) {
    const { input } = scope;
    const given = await readPeriod(scope);
    const officers = await scope.tx.officer.count({
      where: {
        id: { in: input.officerIds },
        districtCode: areaOf(scope.subject).districtCode,
        role: { in: ["receiving_officer", "district_secretary"] },
        status: "active",
      },
    });
    if (officers !== new Set(input.officerIds).size) throw invalid({ officerIds: "choose" });
    await keepDuties(scope, given, [...new Set(input.officerIds)]);
    return { named: officers };
  },
});

/** New receiving officers from a pasted list: an account, a slip and their duty, all or none. */
export const addReceivingOfficers = defineCommand({
  name: "addReceivingOfficers",
  action: "receiving.name",
  input: z.strictObject({
    ...period,
    officers: z
      .array(
        z.strictObject({
          name: z.string().trim().min(3).max(120),
          office: z.string().trim().max(120),
          phone: requiredPhone,
        }),
      )
      .min(1)
      .max(50),
  }),
  subject: placeSubject,
  detail: ({ officers }) => ({ officers: officers.length }),
  async run(scope) {
    const { tx, actor, input } = scope;
    const given = await readPeriod(scope);
    const ids: string[] = [];
    for (const { name, office, phone } of input.officers) {
      const id = randomUUID();
      await addOfficerOfDistrict(tx, actor, id, {
        name,
        phone,
        agency: null,
        role: "receiving_officer",
        // The order that appoints them has the duty in its title, so here stands the civil post.
        position: office || say("words.role_receiving_officer"),
      });
      await issueSlipTo(tx, id);
      ids.push(id);
    }
    await keepDuties(scope, given, ids);
    return { named: ids.length };
  },
});

type Given = { fromOn: Date; untilOn: Date; delegationId: string | null };

/** Allows only days on which the place receives; also returns the order under which the district names them. */
async function readPeriod(
  scope: CommandScope<{ placeId: string; fromOn: string; untilOn: string }>,
): Promise<Given> {
  const { tx, input, today } = scope;
  const delegationId = await requireHead(scope, today);
  if (input.untilOn < input.fromOn) throw invalid({ untilOn: "order" });
  const { opensOn, closesOn } = await placeDays(tx, input.placeId);
  if (input.fromOn < opensOn || input.fromOn > closesOn) throw invalid({ fromOn: "placeDays" });
  if (input.untilOn > closesOn) throw invalid({ untilOn: "placeDays" });
  return {
    fromOn: toDateColumn(input.fromOn),
    untilOn: toDateColumn(input.untilOn),
    delegationId,
  };
}

async function placeDays(tx: Transaction, id: string) {
  const place = await tx.place.findUniqueOrThrow({ where: { id } });
  return { opensOn: fromDateColumn(place.opensOn), closesOn: fromDateColumn(place.closesOn) };
}

/** One row per person; an officer already named for these days stays unchanged. */
async function keepDuties(
  scope: CommandScope<{ placeId: string }>,
  given: Given,
  officerIds: readonly string[],
) {
  await scope.tx.receivingDuty.createMany({
    data: officerIds.map((officerId) => ({
      id: randomUUID(),
      ...districtRow(scope),
      ...given,
      placeId: scope.input.placeId,
      officerId,
    })),
    skipDuplicates: true,
  });
}
