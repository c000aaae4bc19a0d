import { type DemoOfficer, demoOfficers, demoProvince } from "@tests/builders/demo-officers";
import { seededRandom } from "@tests/builders/random";
import { demoPassword } from "@/domain/demo";
import { type Actor, hasProvince } from "@/domain/policy";
import { execute } from "@/server/command";
import { addOfficer, issueCode } from "@/server/officers/commands";
import { findOfficer } from "@/server/officers/queries";

/** Adds every officer as `sukjai users add` on the console would, with AO codes. */
export async function addDemoOfficers(): Promise<Map<string, Actor>> {
  const console = await officerNamed("console");
  const random = seededRandom("demo officers");
  const requests = demoOfficers.map((officer) => ({ id: random.uuid(), officer }));
  // A few at a time: hashing a password is slow, and the others would wait too long for a connection.
  for (let start = 0; start < requests.length; start += atOnce)
    await Promise.all(
      requests.slice(start, start + atOnce).map((request) => add(console, request)),
    );
  for (const { login, otherDistricts = [] } of demoOfficers)
    for (const districtCode of otherDistricts) {
      const officerId = (await officerNamed(login)).id;
      await execute(issueCode, console, { id: random.uuid(), input: { officerId, districtCode } });
    }
  const actors = await Promise.all(demoOfficers.map(({ login }) => officerNamed(login)));
  return new Map(actors.map((actor) => [actor.login, actor]));
}

const atOnce = 6;

async function add(console: Actor, { id, officer }: { id: string; officer: DemoOfficer }) {
  const { otherDistricts: _, ...given } = officer;
  const provinceCode = hasProvince(officer.role) ? demoProvince : null;
  const added = await execute(addOfficer, console, {
    id,
    input: { ...given, provinceCode, password: demoPassword },
  });
  if (!added.ok) throw new Error(`${officer.login}: ${JSON.stringify(added)}`);
}

/** The officers of a role, in the order of the plan. */
export function actorsOf(
  actors: ReadonlyMap<string, Actor>,
  wanted: { role: DemoOfficer["role"]; districtCode?: string },
): Actor[] {
  return [...actors.values()].filter(
    ({ role, districtCode }) =>
      role === wanted.role && (!wanted.districtCode || wanted.districtCode === districtCode),
  );
}

/** An officer by login; every login of the demo exists. */
export async function officerNamed(login: string): Promise<Actor> {
  const officer = await findOfficer({ login });
  if (!officer) throw new Error(`The demo has no officer ${login}.`);
  return officer;
}
