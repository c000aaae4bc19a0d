import type { Prisma } from "@/server/generated/prisma/client";
import { isoDays } from "@/server/iso-days";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { decryptNationalId } from "./national-id";

const shown = {
  id: true,
  provinceCode: true,
  districtCode: true,
  subdistrictCode: true,
  title: true,
  firstName: true,
  lastName: true,
  nameOnCard: true,
  nationalIdLast4: true,
  birthDate: true,
  birthDatePrecision: true,
  moo: true,
  houseNo: true,
  phone: true,
  ministryPhone: true,
  ministryOccupation: true,
  currentAddress: true,
  income2559Satang: true,
  correctedIncomeSatang: true,
  correctedName: true,
  correctedBirthDate: true,
  correctedSubdistrictCode: true,
  correctedMoo: true,
  correctedHouseNo: true,
  correctedPhone: true,
  correctedOccupation: true,
  incomeInForceSatang: true,
  incomeBand: true,
  mustReach: true,
  standing: true,
  state: true,
  departure: true,
  latestAnswer: true,
  firstYesOn: true,
  createdAt: true,
  accountOfficerId: true,
  accountOfficerCode: true,
  accountOfficer: { select: { name: true, agency: true } },
  district: { select: { name: true } },
  subdistrict: { select: { name: true } },
  registration: {
    select: {
      id: true,
      cameOn: true,
      recordedAt: true,
      placeName: true,
      incomeSatang: true,
      recordedBy: { select: { position: true } },
    },
  },
  createdBatch: { select: { number: true, programmeOn: true } },
} satisfies Prisma.HolderSelect;

/** Everything the case file shows of one holder, or null; the view is audited. */
export async function viewHolder(scope: Scoped, holderId: string) {
  const { tx, actor } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "holder.read")] },
    select: shown,
  });
  if (!holder) return null;
  auditRead(scope, "holder.read", { type: "holder", id: holderId });
  return isoDays(holder);
}
export type HolderView = NonNullable<Awaited<ReturnType<typeof viewHolder>>>;

/** The full national ID of a holder in reach of `holder.reveal`, or null. Every look is audited separately. */
export async function revealNationalId(scope: Scoped, holderId: string): Promise<string | null> {
  const holder = await scope.tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(scope.actor, "holder.reveal")] },
    select: { nationalIdEnc: true },
  });
  if (!holder) return null;
  auditRead(scope, "holder.reveal", { type: "holder", id: holderId });
  return decryptNationalId(holder.nationalIdEnc, holderId);
}
