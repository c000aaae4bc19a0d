import { demoProvince } from "@tests/builders/demo-officers";
import { seededRandom } from "@tests/builders/random";
import type { ProjectAgency } from "@/domain/agencies";
import type { Actor } from "@/domain/policy";
import { execute } from "@/server/command";
import { keepAgencyOffice, keepOffice } from "@/server/offices/commands";
import { listAgencyOffices } from "@/server/offices/queries";
import { scoped } from "@/server/scope";
import { actorsOf } from "./officers";

/** Numbers that no telephone has (nothing begins with 0-5400), of the agencies with an office in the province. */
export const agencyPhones = {
  MOAC: "0-5400-0001",
  BAAC: "0-5400-0002",
  DOE: "0-5400-0003",
  DLPW: "0-5400-0004",
  DSD: "0-5400-0005",
  GSB: "0-5400-0006",
  CDD: "0-5400-0007",
  DIT: "0-5400-0008",
  DBD: "0-5400-0008",
  GHB: "0-5400-0009",
} as const satisfies Partial<Record<ProjectAgency, string>>;

/** Postcodes are real, the street is not, and is called so. */
const postcodes: Readonly<Record<string, string>> = {
  "5401": "54000",
  "5402": "54140",
  "5403": "54150",
  "5404": "54130",
  "5405": "54110",
  "5406": "54120",
  "5407": "54160",
  "5408": "54170",
};
const invented = (postcode: string) => `ถนนสมมติ พร ${postcode}`;

/** Where the province, its districts and the agencies are found, as their papers say it. */
export async function keepOffices(actors: ReadonlyMap<string, Actor>) {
  const random = seededRandom("demo offices");
  const [treasury] = actorsOf(actors, { role: "provincial_officer" });
  if (!treasury) throw new Error("The demo has no treasury.");
  const province = { address: "ถนนไชยบูรณ์ พร 54000", phone: "0-5400-0100", unit: null };
  const kept = [await execute(keepOffice, treasury, { id: random.uuid(), input: province })];
  for (const chief of actorsOf(actors, { role: "district_chief" })) {
    const code = chief.districtCode ?? "";
    const address = invented(postcodes[code] ?? "");
    const phone = `0-5400-01${code.slice(demoProvince.length)}`;
    const input = { address, phone, unit: null };
    kept.push(await execute(keepOffice, chief, { id: random.uuid(), input }));
  }
  for (const { agency, head } of await scoped(treasury, listAgencyOffices)) {
    const phone = new Map<string, string>(Object.entries(agencyPhones)).get(agency);
    // The two funds have no office in the province: nothing is known of them.
    if (!phone) continue;
    const input = { agency, head, address: invented("54000"), phone };
    kept.push(await execute(keepAgencyOffice, treasury, { id: random.uuid(), input }));
  }
  const refused = kept.find(({ ok }) => !ok);
  if (refused) throw new Error(`keepOffices: ${JSON.stringify(refused)}`);
}
