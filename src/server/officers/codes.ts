import { type AoAgency, aoAgencies, aoCodeOf } from "@/domain/agencies";
import { toDateColumn } from "@/server/clock";
import type { Transaction } from "@/server/db";

/** The next code of district and agency letter; numbers are never used again. */
export async function issueCodeTo(
  tx: Transaction,
  {
    officerId,
    districtCode,
    agency,
    today,
    ...issued
  }: {
    officerId: string;
    districtCode: string;
    agency: AoAgency;
    today: string;
    issuedById?: string;
    delegationId?: string | null;
  },
) {
  const prefix = `${districtCode}${aoAgencies[agency].letter}`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`code ${prefix}`}, 0))::text`;
  const last = await tx.accountOfficerCode.findFirst({
    where: { code: { startsWith: prefix } },
    orderBy: { code: "desc" },
  });
  const code = aoCodeOf(districtCode, agency, last ? Number(last.code.slice(5)) + 1 : 1);
  await tx.accountOfficerCode.createMany({
    data: [
      {
        code,
        officerId,
        provinceCode: districtCode.slice(0, 2),
        districtCode,
        issuedOn: toDateColumn(today),
        ...issued,
      },
    ],
  });
  return code;
}
