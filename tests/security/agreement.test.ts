import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Action, type Actor, actions, can, type Role, roles } from "@/domain/policy";
import type { PrismaClient } from "@/server/generated/prisma/client";
import { holdersFor, scoped } from "@/server/scope";
import { buildWorld } from "./build-world";
import { openCopy } from "./open-copy";
import { districts, type HolderRow, type World } from "./world";

/**
 * The first wall by itself, and beside the second. `open` is a copy of this file's database without FORCE, entered
 * as the owner: there row security hides nothing, so everything that is hidden is hidden by the policy.
 */
let world: World;
let open: PrismaClient;

beforeAll(async () => {
  world = await buildWorld();
  open = await openCopy();
});
afterAll(() => open.$disconnect());

const actor = fc.record({
  role: fc.constantFrom(...roles),
  provinceCode: fc.constantFrom("54", "55", "99", null),
  districtCode: fc.constantFrom(...districts, "5499", null),
  officer: fc.nat({ max: 40 }),
});
type Somebody = {
  role: Role;
  provinceCode: string | null;
  districtCode: string | null;
  officer: number;
};

/** Any actor, even one whose province and district do not belong together. */
function actorOf({ officer, ...rest }: Somebody): Actor {
  const someone = world.officers[officer % world.officers.length] as Actor;
  return { ...someone, ...rest };
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
const allowed = (actor: Actor, action: Action) =>
  ids(world.holders.filter((holder) => can(actor, action, { type: "holder", ...holder })));
const filtered = async (actor: Actor, action: Action) =>
  ids(await open.holder.findMany({ where: holdersFor(actor, action), select: { id: true } }));

/** What row security shows; a role without a grant on the table sees nothing. */
async function visible(actor: Actor): Promise<string[]> {
  try {
    return ids(await scoped(actor, ({ tx }) => tx.holder.findMany({ select: { id: true } })));
  } catch (error) {
    if (String(error).includes("permission denied")) return [];
    throw error;
  }
}

it("has a copy in which nothing but the policy holds back (control)", async () => {
  expect(await open.holder.count()).toBe(world.holders.length);
  expect(world.holders.length).toBe(18);
  expect(await open.intent.count()).toBeGreaterThan(0);
  expect(await open.setting.count()).toBeGreaterThan(0);
});

describe("the policy's two forms", () => {
  it("filter and single check name the same holders, for every action and anybody", async () => {
    await fc.assert(
      fc.asyncProperty(actor, fc.constantFrom(...actions), async (who, action) => {
        const someone = actorOf(who);
        expect(await filtered(someone, action)).toEqual(allowed(someone, action));
      }),
      { numRuns: 500 },
    );
  });
});

/** Reading a holder in any way; `holder.lookup` and `intent.record` are the exception of the matrix. */
const readings: Action[] = ["holder.list", "holder.read", "holder.search"];

describe("both walls", () => {
  it("show the same holders to anybody", async () => {
    await fc.assert(
      fc.asyncProperty(actor, async (who) => {
        const someone = actorOf(who);
        const byPolicy = new Set(readings.flatMap((action) => allowed(someone, action)));
        // An account officer, a chief or a governor without a place sees nothing behind either wall.
        expect(await visible(someone)).toEqual([...byPolicy].sort());
      }),
      { numRuns: 500 },
    );
  });

  it("never let the policy allow what the rows do not show, but for the desk's exception", async () => {
    for (const someone of world.officers) {
      const seen = new Set(await visible(someone));
      for (const action of actions) {
        const beyond = allowed(someone, action).filter((id) => !seen.has(id));
        const exception = ["holder.lookup", "intent.record"].includes(action);
        if (!exception && !managesOnly.has(action))
          expect(beyond, `${someone.role} ${action}`).toEqual([]);
      }
    }
  });

  it("find by full ID across the province for the desk alone, and never across provinces", async () => {
    const indexes = new Map(
      (world.rows.holder ?? []).map((row) => [row.id, row.national_id_index as Buffer]),
    );
    const lookUp = async (someone: Actor, holder: HolderRow) => {
      const index = new Uint8Array(indexes.get(holder.id) as Buffer);
      try {
        const rows = await scoped(
          someone,
          ({ tx }) =>
            tx.$queryRaw<{ id: string }[]>`SELECT id FROM app.lookup_in_province(${index})`,
        );
        return rows.length === 1;
      } catch {
        return false;
      }
    };
    for (const someone of world.officers)
      for (const holder of world.holders.filter((_, nth) => nth % 3 === 0))
        expect(await lookUp(someone, holder), someone.role).toBe(
          can(someone, "holder.lookup", { type: "holder", ...holder }),
        );
  });
});

/** Actions whose `all` reach concerns no holder. */
const managesOnly = new Set<Action>([
  "catalogue.view",
  "officer.list",
  "officer.keep",
  "clock.advance",
  "map.record",
  // Published counts of districts, of nobody.
  "nation.view",
]);
