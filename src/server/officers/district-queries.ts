import { fromDateColumn, toDateColumn } from "@/server/clock";
import { districtFor, type Scoped } from "@/server/scope";
import { slipCode } from "./one-time";

export type SlipState = "entered" | "open" | "expired" | "none";
type SlipRow = { id: string | null; officer_id: string; expires_at: Date | null; state: SlipState };

const own = ({ actor }: Scoped) => districtFor(actor, "code.keep");
const slipsOf = ({ tx }: Scoped) => tx.$queryRaw<SlipRow[]>`SELECT * FROM auth.list_slips()`;

/** Every code of the actor's district, also ended ones: whose, since when, how many holders, has the officer signed in. */
export async function listCodes(scope: Scoped) {
  const { tx } = scope;
  const codes = await tx.accountOfficerCode.findMany({
    where: { districtCode: own(scope) },
    select: {
      code: true,
      officerId: true,
      issuedOn: true,
      endsOn: true,
      officer: {
        select: { name: true, agency: true, phone: true, status: true, districtCode: true },
      },
    },
    orderBy: { code: "asc" },
  });
  const people = await tx.holder.groupBy({
    by: ["accountOfficerCode"],
    where: { accountOfficerCode: { in: codes.map(({ code }) => code) } },
    _count: true,
  });
  const slips = await slipsOf(scope);
  return codes.map(({ issuedOn, endsOn, officer, ...code }) => ({
    ...code,
    ...officer,
    issuedOn: fromDateColumn(issuedOn),
    endsOn: endsOn && fromDateColumn(endsOn),
    people: people.find((row) => row.accountOfficerCode === code.code)?._count ?? 0,
    // An officer of another district signs in with the password or slip of that district.
    slip: slips.find((slip) => slip.officer_id === code.officerId)?.state ?? ("entered" as const),
  }));
}
export type DistrictCode = Awaited<ReturnType<typeof listCodes>>[number];

/** The account officers of the province, to find an officer who already has a sign-in. */
export async function listKnownOfficers({ tx, actor }: Scoped) {
  const officers = await tx.officer.findMany({
    where: {
      provinceCode: actor.provinceCode ?? "",
      role: "account_officer",
      status: "active",
    },
    select: {
      id: true,
      name: true,
      agency: true,
      phone: true,
      codes: { select: { code: true, districtCode: true }, orderBy: { code: "asc" } },
    },
    orderBy: { name: "asc" },
    take: 5000,
  });
  return officers.map(({ codes, ...officer }) => ({
    ...officer,
    codes: codes.map(({ code }) => code),
    here: codes.some(({ districtCode }) => districtCode === actor.districtCode),
  }));
}
export type KnownOfficer = Awaited<ReturnType<typeof listKnownOfficers>>[number];

/** The slips that are valid now, with their codes: shown only to the district's chief and secretary. */
export async function listOpenSlips(scope: Scoped) {
  const open = (await slipsOf(scope)).filter(({ state }) => state === "open");
  const officers = await scope.tx.officer.findMany({
    where: { id: { in: open.map((slip) => slip.officer_id) } },
    select: {
      id: true,
      name: true,
      login: true,
      position: true,
      role: true,
      codes: { where: { districtCode: own(scope) }, select: { code: true } },
    },
    orderBy: { login: "asc" },
  });
  return officers.flatMap(({ codes, ...officer }) => {
    const slip = open.find((each) => each.officer_id === officer.id);
    if (!slip?.id || !slip.expires_at) return [];
    return [
      {
        ...officer,
        aoCode: codes[0]?.code ?? null,
        oneTimeCode: slipCode(slip.id),
        expiresAt: slip.expires_at,
      },
    ];
  });
}
export type OpenSlip = Awaited<ReturnType<typeof listOpenSlips>>[number];

/** Whether a code has ended and still has holders. */
export function isLeft({ endsOn, people }: DistrictCode, today: string): boolean {
  return endsOn !== null && endsOn <= today && people > 0;
}

/** How many codes of the actor's district have ended and still have holders: the home card of exactly those. */
export async function countEndedWithHolders(scope: Scoped, today: string): Promise<number> {
  const { tx } = scope;
  const ended = await tx.accountOfficerCode.findMany({
    where: { districtCode: own(scope), endsOn: { lte: toDateColumn(today) } },
    select: { code: true },
  });
  const held = ended.map(({ code }) =>
    tx.holder.count({ where: { accountOfficerCode: code }, take: 1 }),
  );
  return (await Promise.all(held)).reduce((sum, some) => sum + some, 0);
}
