import { randomUUID } from "node:crypto";
import { z } from "zod";
import { aoAgencyCodes, aoAgencyOf, projectAgencyCodes } from "@/domain/agencies";
import type { FaultKey } from "@/domain/fault";
import { passwordInput } from "@/domain/password";
import { tidyPhone } from "@/domain/phone";
import { hasProvince, roles } from "@/domain/policy";
import { invalid } from "@/domain/result";
import { defineCommand } from "@/server/command";
import type { Transaction } from "@/server/db";
import type { Scoped } from "@/server/scope";
import { issueCodeTo } from "./codes";
import { hashPassword } from "./password";

const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,59}$/, { error: "officer.login" });
const officerById = z.strictObject({ officerId: z.uuid() });

const addOfficerInput = z
  .strictObject({
    login,
    name: z.string().trim().min(3).max(200),
    role: z.enum(roles),
    position: z.string().trim().min(2).max(200),
    provinceCode: z
      .string()
      .regex(/^\d{2}$/)
      .nullable(),
    districtCode: z
      .string()
      .regex(/^\d{4}$/)
      .nullable(),
    agency: z.enum([...aoAgencyCodes, ...projectAgencyCodes]).nullable(),
    phone: z.string().max(30).transform(tidyPhone).nullable().default(null),
    password: passwordInput,
  })
  .superRefine((officer, context) => {
    const missing = (path: "provinceCode" | "districtCode" | "agency") =>
      context.addIssue({
        code: "custom",
        path: [path],
        message: `officer.${path}` satisfies FaultKey,
      });
    if (hasProvince(officer.role) && !officer.provinceCode) missing("provinceCode");
    if (officer.role === "national_reader" && officer.provinceCode)
      context.addIssue({
        code: "custom",
        path: ["provinceCode"],
        message: "officer.noProvince" satisfies FaultKey,
      });
    if (needsDistrict.has(officer.role) && !officer.districtCode) missing("districtCode");
    if (officer.districtCode && officer.districtCode.slice(0, 2) !== officer.provinceCode)
      missing("districtCode");
    if (officer.role === "account_officer" && !aoAgencyOf(officer.agency)) missing("agency");
    if (officer.role === "agency_officer" && !officer.agency) missing("agency");
  });
const needsDistrict: ReadonlySet<string> = new Set([
  "district_chief",
  "district_secretary",
  "receiving_officer",
  "account_officer",
]);

/**
 * Adds an officer who may sign in. An account officer gets a code (docs/programme.md 2.3) at once; their reach comes from the
 * caseload, so a second district needs one more code (`issueCode`), not another sign-in.
 */
export const addOfficer = defineCommand({
  name: "addOfficer",
  action: "officer.keep",
  input: addOfficerInput,
  subject: async () => ({ type: "officer", id: null }),
  detail: ({ role }) => ({ role }),
  async run({ tx, input, today }) {
    const { password, ...officer } = input;
    await requireArea(tx, officer);
    const officerId = randomUUID();
    await tx.officer.createMany({ data: [{ ...officer, id: officerId }] });
    await tx.$queryRaw`SELECT auth.set_password(${officerId}::uuid, ${await hashPassword(password)})`;
    const { districtCode } = officer;
    const agency = officer.role === "account_officer" ? aoAgencyOf(officer.agency) : null;
    const code =
      agency && districtCode
        ? await issueCodeTo(tx, { officerId, districtCode, agency, today })
        : null;
    return { officerId, code };
  },
});

/** One more code for an account officer who also works in another district. */
export const issueCode = defineCommand({
  name: "issueCode",
  action: "officer.keep",
  input: z.strictObject({ officerId: z.uuid(), districtCode: z.string().regex(/^\d{4}$/) }),
  subject: officerSubject,
  async run({ tx, input, today }) {
    const officer = await tx.officer.findUniqueOrThrow({ where: { id: input.officerId } });
    const agency = aoAgencyOf(officer.agency);
    if (officer.role !== "account_officer" || !agency)
      throw invalid({ officerId: "officer.notAccountOfficer" });
    await requireArea(tx, input);
    return { code: await issueCodeTo(tx, { ...input, agency, today }) };
  },
});

/** An officer of an area that does not exist would see nothing, and nobody would see them. */
async function requireArea(
  tx: Transaction,
  { provinceCode, districtCode }: { provinceCode?: string | null; districtCode: string | null },
) {
  const faults: Record<string, FaultKey> = {};
  if (provinceCode && !(await tx.province.findUnique({ where: { code: provinceCode } })))
    faults.provinceCode = "officer.provinceCode";
  if (districtCode && !(await tx.district.findUnique({ where: { code: districtCode } })))
    faults.districtCode = "officer.districtCode";
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

async function officerSubject({ tx }: Scoped, input: { officerId: string }) {
  const officer = await tx.officer.findUnique({
    where: { id: input.officerId },
    select: { id: true },
  });
  return officer && { type: "officer", id: officer.id };
}

/** Ends an officer's access and sessions. Their records stay. */
export const disableOfficer = defineCommand({
  name: "disableOfficer",
  action: "officer.keep",
  input: officerById,
  subject: officerSubject,
  async run({ tx, input }) {
    await tx.officer.updateMany({ where: { id: input.officerId }, data: { status: "disabled" } });
    return revokeAll(tx, input.officerId);
  },
});

/** A new password; every session of the officer ends. */
export const resetPassword = defineCommand({
  name: "resetPassword",
  action: "officer.keep",
  input: z.strictObject({ officerId: z.uuid(), password: passwordInput }),
  subject: officerSubject,
  async run({ tx, input }) {
    await tx.$queryRaw`SELECT auth.set_password(${input.officerId}::uuid, ${await hashPassword(input.password)})`;
    return revokeAll(tx, input.officerId);
  },
});

/** Ends every session of an officer at once: the next request of each is refused. */
export const revokeSessions = defineCommand({
  name: "revokeSessions",
  action: "officer.keep",
  input: officerById,
  subject: officerSubject,
  run: ({ tx, input }) => revokeAll(tx, input.officerId),
});

async function revokeAll(tx: Transaction, officerId: string) {
  const [row] = await tx.$queryRaw<
    { revoked: number }[]
  >`SELECT auth.revoke_sessions(${officerId}::uuid) AS revoked`;
  return { revoked: row?.revoked ?? 0 };
}
