import { seededRandom } from "@tests/builders/random";
import type { Actor } from "@/domain/policy";
import { execute } from "@/server/command";
import { giveDelegation } from "@/server/delegations/commands";
import { actorsOf } from "./officers";

/** The day on which the heads signed who may act for them. */
export const orderedOn = "2018-01-15";

/** Each chief's order for the secretary, and the governor's for the provincial treasury and the deputy governor. */
export async function giveOrders(actors: ReadonlyMap<string, Actor>) {
  const random = seededRandom("demo orders");
  const chiefs = actorsOf(actors, { role: "district_chief" });
  const pairs = [
    ...actorsOf(actors, { role: "governor" }).map(
      (head) => [head, actorsOf(actors, { role: "provincial_officer" })[0], "87/2561"] as const,
    ),
    ...chiefs.map((head, index) => {
      const districtCode = head.districtCode ?? "";
      const [deputy] = actorsOf(actors, { role: "district_secretary", districtCode });
      return [head, deputy, `${12 + index * 3}/2561`] as const;
    }),
    [actors.get("governor"), actors.get("deputy"), "88/2561"] as const,
  ];
  for (const [head, deputy, orderNumber] of pairs) {
    if (!head || !deputy) throw new Error(`The demo has nobody to act for ${head?.login}.`);
    const given = await execute(giveDelegation, head, {
      id: random.uuid(),
      input: {
        kind: "acting",
        officerId: deputy.id,
        orderNumber,
        orderedOn,
        fromOn: orderedOn,
        untilOn: null,
      },
    });
    if (!given.ok) throw new Error(`${head.login}: ${JSON.stringify(given)}`);
  }
}
