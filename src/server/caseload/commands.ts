import { z } from "zod";
import { Refusal } from "@/domain/result";
import { listWithoutOfficer } from "@/server/caseload/queries";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";

const officerCode = z.string().regex(/^\d{4}[BGDCALO]\d{3}$/, { error: "assign.officer" });

/**
 * Gives everybody of a subdistrict who has no account officer and needs one (`listWithoutOfficer`) to one
 * officer. `expected` is the number that was shown: where another one was faster, the answer is CONFLICT
 * with the number that stands.
 */
export const assignSubdistrict = defineCommand({
  name: "assignSubdistrict",
  action: "caseload.assign",
  input: z.strictObject({
    subdistrictCode: z.string().regex(/^\d{6}$/, { error: "assign.subdistrict" }),
    officerCode,
    expected: z.int().min(1),
  }),
  subject: async ({ tx }, { subdistrictCode }) => {
    const area = await tx.subdistrict.findUnique({
      where: { code: subdistrictCode },
      include: { district: true },
    });
    return (
      area && {
        type: "subdistrict",
        id: area.code,
        districtCode: area.districtCode,
        provinceCode: area.district.provinceCode,
      }
    );
  },
  async run(scope) {
    const { input, tx } = scope;
    await lockMoves(scope);
    const holders = await listWithoutOfficer(scope, input.subdistrictCode);
    if (holders.length !== input.expected)
      throw new Refusal("CONFLICT", { people: holders.length });
    const officer = await officerOfCode(scope, input.officerCode);
    await tx.$executeRaw`
      INSERT INTO assignment (id, move_id, holder_id, province_code, district_code, officer_id, officer_code, assigned_by_id, assigned_on)
      SELECT gen_random_uuid(), ${scope.id}::uuid, h.id, h.province_code, h.district_code, ${officer.officerId}::uuid,
        ${officer.code}, ${scope.actor.id}::uuid, ${toDateColumn(scope.today)}::date
      FROM holder h WHERE h.id = ANY(${holders.map(({ id }) => id)}::uuid[])`;
    return { people: holders.length, officerId: officer.officerId, officerCode: officer.code };
  },
  detail: ({ officerCode }, { people }) => ({ officerCode, people }),
});

/** Gives one holder who has no account officer to one, whatever his age and income. */
export const assignHolder = defineCommand({
  name: "assignHolder",
  action: "caseload.assign",
  input: z.strictObject({ holderId: z.uuid(), officerCode }),
  subject: async ({ tx }, { holderId }) => {
    const holder = await tx.holder.findUnique({
      where: { id: holderId },
      select: { id: true, provinceCode: true, districtCode: true, accountOfficerId: true },
    });
    return holder && { type: "holder", ...holder };
  },
  detail: ({ officerCode }) => ({ officerCode }),
  async run(scope) {
    const { input, tx, actor } = scope;
    await lockMoves(scope);
    const holder = await tx.holder.findUniqueOrThrow({
      where: { id: input.holderId },
      select: { provinceCode: true, districtCode: true, accountOfficerCode: true },
    });
    // Moving somebody from one officer to another is another act than giving him to the first.
    if (holder.accountOfficerCode)
      throw new Refusal("CONFLICT", { officerCode: holder.accountOfficerCode });
    const officer = await officerOfCode(scope, input.officerCode);
    await tx.assignment.createMany({
      data: [
        {
          id: scope.id,
          moveId: scope.id,
          holderId: input.holderId,
          provinceCode: holder.provinceCode,
          districtCode: holder.districtCode,
          officerId: officer.officerId,
          officerCode: officer.code,
          assignedById: actor.id,
          assignedOn: toDateColumn(scope.today),
        },
      ],
    });
    return { holderId: input.holderId, officerId: officer.officerId, officerCode: officer.code };
  },
});

/** Moves within a district wait for each other, so that nobody is given to two officers at once. */
async function lockMoves({ tx, subject }: CommandScope<unknown>) {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`moves ${subject.districtCode}`}, 0))::text`;
}

/** The code must be in force, in this district, and of an officer who may still sign in. */
async function officerOfCode({ tx, subject, today }: CommandScope<unknown>, code: string) {
  const found = await tx.accountOfficerCode.findUnique({
    where: { code },
    select: {
      code: true,
      officerId: true,
      districtCode: true,
      endsOn: true,
      officer: { select: { status: true } },
    },
  });
  const ended = found?.endsOn && found.endsOn < toDateColumn(today);
  if (
    !found ||
    found.districtCode !== subject.districtCode ||
    ended ||
    found.officer.status !== "active"
  )
    throw new Refusal("INVALID", undefined, { officerCode: ["assign.officer"] });
  return found;
}
