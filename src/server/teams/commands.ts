import { randomUUID } from "node:crypto";
import { z } from "zod";
import { isSigned, paperDecisionFields } from "@/domain/decision";
import { optionalDay, optionalNumberOfPaper } from "@/domain/fields";
import type { FileSignature, PaperClasses } from "@/domain/official-paper";
import { invalid, Refusal } from "@/domain/result";
import { seatsOf, teamInput } from "@/domain/team";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { askGovernor, paperDecisionOn, signatureOf } from "@/server/delegations/decision";
import { writeTeamOrder } from "@/server/papers/signed";
import { getTeam } from "./queries";

/** Prepares the order that appoints a district's team. An order that still waits must first be decided or taken back. */
export const prepareTeam = defineCommand({
  name: "prepareTeam",
  action: "province.prepare",
  input: teamInput,
  subject: async ({ tx }, { districtCode }) => {
    const district = await tx.district.findUnique({ where: { code: districtCode } });
    return district && { type: "district", id: district.code, provinceCode: district.provinceCode };
  },
  detail: ({ districtCode, members }) => ({ districtCode, members: members.length + 2 }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    if (input.untilOn && input.untilOn < input.fromOn) throw invalid({ untilOn: "order" });
    const { districtCode } = input;
    const area = { provinceCode: actor.provinceCode ?? "", districtCode };
    const waiting = await tx.districtTeam.count({ where: { districtCode, decision: "pending" } });
    if (waiting > 0) throw new Refusal("ALREADY_RECORDED");
    await tx.districtTeam.createMany({
      data: [
        {
          id,
          ...area,
          fromOn: toDateColumn(input.fromOn),
          untilOn: input.untilOn ? toDateColumn(input.untilOn) : null,
          preparedById: actor.id,
          preparedOn: toDateColumn(today),
        },
      ],
    });
    await tx.districtTeamMember.createMany({
      data: seatsOf(input).map((member, index) => ({
        id: randomUUID(),
        teamId: id,
        ...area,
        seat: index + 1,
        ...member,
      })),
    });
    await askGovernor(scope);
    return { teamId: id };
  },
});

/** The governor, or staff under the governor's order, appoints the team by an order with number and day; or refuses. */
export const decideTeam = defineCommand({
  name: "decideTeam",
  action: "province.decide",
  input: z.strictObject({
    teamId: z.uuid(),
    ...paperDecisionFields,
    orderNumber: optionalNumberOfPaper(60),
    orderedOn: optionalDay,
  }),
  subject: async ({ tx }, { teamId }) => {
    const team = await tx.districtTeam.findUnique({ where: { id: teamId } });
    return team && { type: "district_team", id: team.id, provinceCode: team.provinceCode };
  },
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, input, today } = scope;
    const team = await tx.districtTeam.findUniqueOrThrow({ where: { id: input.teamId } });
    const appointed = isSigned(input.outcome);
    if (appointed && !input.orderNumber) throw invalid({ orderNumber: "missing" });
    if (appointed && !input.orderedOn) throw invalid({ orderedOn: "date" });
    if (input.orderedOn && input.orderedOn > today) throw invalid({ orderedOn: "future" });
    const page = `/province/teams/${team.districtCode}`;
    // An order is signed on the day that it bears.
    const given = { ...input, signedOn: input.orderedOn };
    const { decided, inFile } = await paperDecisionOn(scope, team, given, page);
    const order = appointed ? await orderSigned(scope, team, inFile) : {};
    const { count } = await tx.districtTeam.updateMany({
      where: { id: team.id, decision: "pending" },
      data: { ...decided, ...order },
    });
    if (count === 0) throw new Refusal("CONFLICT");
    return { teamId: team.id };
  },
});

/** What an appointment adds to the decision: number and day of the order, and the order as it was signed. */
async function orderSigned(
  scope: CommandScope<PaperClasses & { orderNumber: string | null; orderedOn: string | null }>,
  { id, districtCode }: { id: string; districtCode: string },
  inFile: FileSignature | null,
) {
  const { orderNumber, orderedOn } = scope.input;
  const page = await getTeam(scope, districtCode);
  const order = page?.orders.find((each) => each.id === id);
  if (!page || !order || !orderedOn) throw new Refusal("NOT_FOUND");
  return {
    orderNumber,
    orderedOn: toDateColumn(orderedOn),
    signedPaper: await writeTeamOrder(scope, page, order, {
      ...(await signatureOf(scope, { ...scope.input, number: orderNumber }, inFile)),
      on: orderedOn,
    }),
  };
}
