import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import type { CommandScope } from "@/server/command";
import type { Prisma } from "@/server/generated/prisma/client";
import { fullName } from "@/server/holders/search";
import { listOfficerIds, notify } from "@/server/notifications/notify";
import type { Scoped } from "@/server/scope";

/** What a transfer keeps of each of its people. */
export const transferredPerson = {
  id: true,
  title: true,
  firstName: true,
  lastName: true,
  moo: true,
  districtCode: true,
  provinceCode: true,
  accountOfficerId: true,
  subdistrict: { select: { name: true } },
} as const;

type Receiver = { districtCode: string; officerId: string | null; code: string | null };
type Handed = Prisma.HolderGetPayload<{ select: typeof transferredPerson }>;
type Question = {
  /** Of one district. */
  holders: readonly Handed[];
  to: Receiver;
  reason: string;
  presentAddress: string | null;
};

/** Writes the question under the command's id and tells who answers it. */
export async function writeTransfer(scope: CommandScope<unknown>, asked: Question) {
  const { tx, id, actor, today } = scope;
  const { holders, to, reason, presentAddress } = asked;
  const [first] = holders;
  if (!first) throw new Refusal("CONFLICT");
  const { provinceCode, districtCode } = first;
  await tx.caseloadTransfer.createMany({
    data: [
      {
        id,
        provinceCode,
        districtCode,
        toDistrictCode: to.districtCode,
        toOfficerId: to.officerId,
        toOfficerCode: to.code,
        people: holders.length,
        reason,
        presentAddress,
        recordedById: actor.id,
        recordedOn: toDateColumn(today),
      },
    ],
  });
  await tx.transferPerson.createMany({
    data: holders.map((holder) => ({
      transferId: id,
      holderId: holder.id,
      provinceCode,
      districtCode,
      name: fullName(holder.title, holder.firstName, holder.lastName),
      village: [holder.moo && `หมู่ที่ ${holder.moo}`, `ต.${holder.subdistrict.name}`]
        .filter(Boolean)
        .join(" "),
      fromOfficerId: holder.accountOfficerId,
    })),
  });
  await notify(scope, {
    to: to.officerId
      ? [to.officerId]
      : await listOfficerIds(scope, ["district_chief", "district_secretary"], to.districtCode),
    kind: "transfer_asked",
    href: "/transfers",
  });
}

type Moved = {
  holderId: string;
  toDistrictCode: string;
  reason: string;
  presentAddress: string | null;
};

/**
 * Somebody has moved to another district of the province: that district is asked to take the case over. Until it does,
 * the person stays with the officer of today, and always in the cohort of the home district.
 */
export async function askDistrictOfMove(scope: CommandScope<unknown>, moved: Moved) {
  const { holderId, toDistrictCode, ...words } = moved;
  const holder = await scope.tx.holder.findUniqueOrThrow({
    where: { id: holderId },
    select: transferredPerson,
  });
  const to = await otherDistrict(scope, { home: holder.districtCode, code: toDistrictCode });
  if (!to) throw invalid({ toDistrictCode: "choose" });
  await writeTransfer(scope, { holders: [holder], to, ...words });
}

/** Another district of the actor's province than the home of the case; null where it is none. */
export async function otherDistrict(
  { tx, actor }: Scoped,
  { home, code }: { home: string; code: string },
): Promise<Receiver | null> {
  const district = await tx.district.findUnique({ where: { code } });
  if (!district || district.code === home || district.provinceCode !== actor.provinceCode)
    return null;
  return { districtCode: district.code, officerId: null, code: null };
}
