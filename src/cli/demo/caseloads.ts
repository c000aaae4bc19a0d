import { seededRandom } from "@tests/builders/random";
import type { Actor } from "@/domain/policy";
import { assignSubdistricts } from "@/server/caseload/commands";
import { listDistrictOfficers, listWithoutOfficer } from "@/server/caseload/queries";
import { execute } from "@/server/command";
import { scoped } from "@/server/scope";
import type { DemoHolder } from "./desks";

/**
 * The secretary has given most subdistricts to the district's account officers, about the same number of holders each;
 * every fifth subdistrict still waits.
 */
export async function assignCaseloads(secretary: Actor, holders: readonly DemoHolder[]) {
  const districtCode = secretary.districtCode ?? "";
  const random = seededRandom(`caseloads ${districtCode}`);
  const subdistricts = [...new Set(holders.map(({ subdistrictCode }) => subdistrictCode))].sort();
  const officers = await scoped(secretary, (scope) => listDistrictOfficers(scope, districtCode));
  const loads = officers.map(({ code }) => ({ code, people: 0 }));

  for (const [index, subdistrictCode] of subdistricts.entries()) {
    if (index % 5 === 4) continue;
    const waiting = await scoped(secretary, (scope) =>
      listWithoutOfficer(scope, [subdistrictCode]),
    );
    const least = loads.sort((a, b) => a.people - b.people || (a.code < b.code ? -1 : 1))[0];
    if (!least || waiting.length === 0) continue;
    const moved = await execute(assignSubdistricts, secretary, {
      id: random.uuid(),
      input: {
        subdistrictCodes: [subdistrictCode],
        officerCode: least.code,
        expected: waiting.length,
      },
    });
    if (!moved.ok) throw new Error(`${subdistrictCode}: ${JSON.stringify(moved)}`);
    least.people += waiting.length;
  }
}

/** The account officer of each holder in these districts. */
export async function findCaseloads(
  secretaries: readonly Actor[],
  actors: ReadonlyMap<string, Actor>,
): Promise<Map<string, Actor>> {
  const byId = new Map([...actors.values()].map((actor) => [actor.id, actor]));
  const caseloads = new Map<string, Actor>();
  for (const secretary of secretaries) {
    const rows = await scoped(secretary, ({ tx }) =>
      tx.holder.findMany({
        where: { accountOfficerId: { not: null } },
        select: { id: true, accountOfficerId: true },
      }),
    );
    for (const { id, accountOfficerId } of rows) {
      const officer = byId.get(accountOfficerId ?? "");
      if (officer) caseloads.set(id, officer);
    }
  }
  return caseloads;
}
