import type { OfficerAgency } from "@/domain/agencies";
import type { Actor, Role } from "@/domain/policy";
import { database, type Transaction } from "@/server/db";
import type { Scoped } from "@/server/scope";

/** An officer as the functions of the schema `auth` return them. */
export type OfficerListed = {
  id: string;
  login: string;
  name: string;
  role: Role;
  position: string;
  province_code: string | null;
  district_code: string | null;
  agency: OfficerAgency | null;
};

export function actorFrom(row: OfficerListed): Actor {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role,
    position: row.position,
    provinceCode: row.province_code,
    districtCode: row.district_code,
    agency: row.agency,
  };
}

/** An active officer by login (command line) or id (a job's requester, whose rights are read again). */
export async function findOfficer(
  by: { login: string } | { id: string },
  tx: Transaction | ReturnType<typeof database> = database(),
): Promise<Actor | null> {
  const login = "login" in by ? by.login : null;
  const id = "id" in by ? by.id : null;
  const [row] = await tx.$queryRaw<
    OfficerListed[]
  >`SELECT * FROM auth.find_officer(${login}, ${id}::uuid)`;
  return row ? actorFrom(row) : null;
}

/** The officers of the demo for the sign-in page; empty if this is no demo. */
export async function listDemoSignIns() {
  return database().$queryRaw<
    {
      login: string;
      name: string;
      role: Role;
      position: string;
      district_code: string | null;
      agency: OfficerAgency | null;
    }[]
  >`SELECT * FROM auth.demo_sign_ins()`;
}

/** The officers that the actor may see, by name: all for the administrator, those of the province for other roles. */
export async function listOfficers(
  { tx }: Scoped,
  filter: { role?: Role; districtCode?: string } = {},
) {
  return tx.officer.findMany({
    where: {
      ...(filter.role ? { role: filter.role } : {}),
      ...(filter.districtCode ? { districtCode: filter.districtCode } : {}),
    },
    select: {
      id: true,
      login: true,
      name: true,
      role: true,
      position: true,
      provinceCode: true,
      districtCode: true,
      agency: true,
      status: true,
      codes: { select: { code: true, districtCode: true } },
    },
    orderBy: [{ role: "asc" }, { name: "asc" }],
    take: 2000,
  });
}
export type OfficerListRow = Awaited<ReturnType<typeof listOfficers>>[number];
