import { type DemoOfficer, demoOfficers, demoProvince } from "@tests/builders/demo-officers";
import { seededRandom } from "@tests/builders/random";
import { demoPassword } from "@/domain/demo";
import type { Actor } from "@/domain/policy";
import { execute } from "@/server/command";
import { addOfficer, issueCode } from "@/server/officers/commands";
import { findOfficer } from "@/server/officers/queries";

/** Everybody who signs in, added by the console as `sukjai users add` would, with AO codes. */
export async function addDemoOfficers(): Promise<Map<string, Actor>> {
  const console = await officerNamed("console");
  const random = seededRandom("demo officers");
  for (const { otherDistricts = [], ...officer } of demoOfficers) {
    const provinceCode = officer.role === "administrator" ? null : demoProvince;
    const added = await execute(addOfficer, console, {
      id: random.uuid(),
      input: { ...officer, provinceCode, password: demoPassword },
    });
    if (!added.ok) throw new Error(`${officer.login}: ${JSON.stringify(added)}`);
    for (const districtCode of otherDistricts) {
      const { officerId } = added.value;
      await execute(issueCode, console, { id: random.uuid(), input: { officerId, districtCode } });
    }
  }
  const actors = await Promise.all(demoOfficers.map(({ login }) => officerNamed(login)));
  return new Map(actors.map((actor) => [actor.login, actor]));
}

/** Those of a role, in the order of the plan. */
export function actorsOf(
  actors: ReadonlyMap<string, Actor>,
  wanted: { role: DemoOfficer["role"]; districtCode?: string },
): Actor[] {
  return [...actors.values()].filter(
    ({ role, districtCode }) =>
      role === wanted.role && (!wanted.districtCode || wanted.districtCode === districtCode),
  );
}

/** An officer by login; the demo knows all of its own. */
export async function officerNamed(login: string): Promise<Actor> {
  const officer = await findOfficer({ login });
  if (!officer) throw new Error(`The demo has no officer ${login}.`);
  return officer;
}
