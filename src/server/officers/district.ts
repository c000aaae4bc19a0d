import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type AoAgency, aoAgencies, aoAgencyCodes } from "@/domain/agencies";
import { requiredDay, requiredPhone } from "@/domain/fields";
import type { Actor } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { keepMove, lockMoves, officerOfCode } from "@/server/caseload/give";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import type { Transaction } from "@/server/db";
import { requireHead } from "@/server/delegations/queries";
import { areaOf, ownDistrict } from "@/server/own-district";
import { issueCodeTo } from "./codes";

/** How many days a slip is valid. */
export const slipDays = 7;

const person = {
  name: z.string().trim().min(3).max(120),
  agency: z.enum(aoAgencyCodes),
  phone: requiredPhone,
};

/**
 * Adds a list of account officers, all or none: each gets a code of the district (docs/programme.md 2.3). An officer who
 * already has a sign-in, from another district, gets one more code under it; every other officer an account and a slip.
 */
export const addAccountOfficers = defineCommand({
  name: "addAccountOfficers",
  action: "code.keep",
  input: z.strictObject({
    officers: z
      .array(z.strictObject({ ...person, officerId: z.uuid().nullable() }))
      .min(1)
      .max(200),
  }),
  subject: ownDistrict,
  detail: ({ officers }) => ({ officers: officers.length }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const delegationId = await requireHead(scope, today);
    const { districtCode } = areaOf(actor);
    const issued: { officerId: string; code: string; slipId: string | null }[] = [];
    for (const { officerId: known, ...given } of input.officers) {
      if (known) await requireFree(tx, known, districtCode, given.agency);
      const officerId = known ?? randomUUID();
      const code = () =>
        issueCodeTo(tx, {
          officerId,
          districtCode,
          agency: given.agency,
          today,
          issuedById: actor.id,
          delegationId,
        });
      if (known) issued.push({ officerId, code: await code(), slipId: null });
      else {
        await addOfficerOfDistrict(tx, actor, officerId, {
          ...given,
          role: "account_officer",
          position: `AO ${aoAgencies[given.agency].name}`,
        });
        issued.push({ officerId, code: await code(), slipId: await issueSlipTo(tx, officerId) });
      }
    }
    return { issued };
  },
});

/** One more code for a sign-in: of an active account officer of this agency who has none in this district. */
async function requireFree(tx: Transaction, id: string, districtCode: string, agency: AoAgency) {
  const officer = await tx.officer.findUnique({
    where: { id },
    select: { role: true, status: true, agency: true, codes: { where: { districtCode } } },
  });
  const fits =
    officer?.role === "account_officer" && officer.status === "active" && officer.agency === agency;
  if (!fits) throw new Refusal("NOT_FOUND");
  if (officer.codes.length > 0) throw new Refusal("ALREADY_RECORDED");
}

type NewOfficer = {
  name: string;
  phone: string;
  agency: AoAgency | null;
  role: "account_officer" | "receiving_officer";
  position: string;
};

/** An account of the district. The login is the district's next number, so that nobody has to invent one. */
export async function addOfficerOfDistrict(
  tx: Transaction,
  { provinceCode, districtCode }: Actor,
  id: string,
  officer: NewOfficer,
) {
  const prefix = `${officer.role === "account_officer" ? "ao" : "desk"}${districtCode}.`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`login ${prefix}`}, 0))::text`;
  const taken = await tx.officer.findMany({
    where: { login: { startsWith: prefix } },
    select: { login: true },
  });
  const last = Math.max(0, ...taken.map(({ login }) => Number(login.slice(prefix.length)) || 0));
  const login = `${prefix}${String(last + 1).padStart(2, "0")}`;
  await tx.officer.createMany({ data: [{ id, login, provinceCode, districtCode, ...officer }] });
}

/** A slip for the first sign-in; CONFLICT for an officer who has signed in before or belongs to another district. */
export async function issueSlipTo(tx: Transaction, officerId: string): Promise<string> {
  const slipId = randomUUID();
  const [row] = await tx.$queryRaw<
    { issued: boolean }[]
  >`SELECT auth.issue_slip(${slipId}::uuid, ${officerId}::uuid, ${slipDays}::int) AS issued`;
  if (!row?.issued) throw new Refusal("CONFLICT");
  return slipId;
}

/** A new slip if the first was lost or has expired; the earlier one is no longer valid. */
export const issueSlip = defineCommand({
  name: "issueSlip",
  action: "code.keep",
  input: z.strictObject({ officerId: z.uuid() }),
  subject: async ({ tx }, { officerId }) => {
    const officer = await tx.officer.findUnique({
      where: { id: officerId },
      select: { id: true, provinceCode: true, districtCode: true },
    });
    return officer && { type: "officer", ...officer };
  },
  run: async ({ tx, input }) => ({ slipId: await issueSlipTo(tx, input.officerId) }),
});

/**
 * Ends a code, today or on a day ahead. While it has holders, it cannot end today without a successor, who gets all of
 * them at the same time: one statement moves them and ends the code.
 */
export const endCode = defineCommand({
  name: "endCode",
  action: "code.keep",
  input: z.strictObject({
    code: z.string().max(20),
    endsOn: requiredDay,
    successor: z
      .string()
      .nullish()
      .transform((code) => code || null),
  }),
  subject: async ({ tx }, { code }) => {
    const found = await tx.accountOfficerCode.findUnique({ where: { code } });
    return (
      found && {
        type: "account_officer_code",
        id: found.code,
        provinceCode: found.provinceCode,
        districtCode: found.districtCode,
      }
    );
  },
  async run(scope) {
    const { tx, input, today } = scope;
    const delegationId = await requireHead(scope, today);
    await lockMoves(scope);
    const code = await tx.accountOfficerCode.findUniqueOrThrow({ where: { code: input.code } });
    if (input.endsOn < fromDateColumn(code.issuedOn) || input.endsOn < today)
      throw invalid({ endsOn: "past" });
    const people = await tx.holder.count({ where: { accountOfficerCode: code.code } });
    if (people > 0 && !input.successor && input.endsOn <= today)
      throw invalid({ successor: "successor" }, { people });
    if (!input.successor || people === 0) {
      await tx.accountOfficerCode.updateMany({
        where: { code: code.code },
        data: { endsOn: toDateColumn(input.endsOn), endedById: scope.actor.id },
      });
      return { people: 0 };
    }
    const successor = await successorOf(scope, input.successor, code.code);
    await keepMove(scope, { kind: "handover", people, reason: code.code, delegationId });
    await handOver(scope, { from: code.code, to: successor, endsOn: input.endsOn });
    return { people };
  },
  detail: ({ code, successor }, { people }) => ({ code, successor, people }),
});

async function successorOf(scope: CommandScope<unknown>, code: string, ending: string) {
  const refused = invalid({ successor: "successor" });
  if (code === ending) throw refused;
  const found = await officerOfCode(scope, code).catch(() => null);
  if (!found) throw refused;
  return found;
}

/** One statement: moves all holders of one code to the other, and ends the code. */
async function handOver(
  { tx, id, actor, today }: CommandScope<unknown>,
  move: { from: string; to: { officerId: string; code: string }; endsOn: string },
) {
  await tx.$executeRaw`
    WITH given AS (
      INSERT INTO assignment (id, move_id, holder_id, province_code, district_code, officer_id, officer_code,
        previous_officer_id, previous_officer_code, assigned_by_id, assigned_on)
      SELECT gen_random_uuid(), ${id}::uuid, h.id, h.province_code, h.district_code, ${move.to.officerId}::uuid, ${move.to.code},
        h.account_officer_id, h.account_officer_code, ${actor.id}::uuid, ${toDateColumn(today)}::date
      FROM holder h WHERE h.account_officer_code = ${move.from})
    UPDATE account_officer_code SET ends_on = ${toDateColumn(move.endsOn)}::date, ended_by_id = ${actor.id}::uuid
    WHERE code = ${move.from}`;
}
