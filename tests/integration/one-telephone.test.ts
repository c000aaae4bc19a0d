import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it, test } from "vitest";
import { phoneOf } from "@/domain/phone";
import { findInterview } from "@/server/assessments/queries";
import { listHolders } from "@/server/caseload/holders";
import { followUpsSheet } from "@/server/exports/follow-ups";
import { holdersSheet } from "@/server/exports/holders";
import { findInquirer } from "@/server/inquiries/queries";
import { viewForDesk } from "@/server/intents/queries";
import { entryValues } from "@/server/ministry/values";
import { contentsFor } from "@/server/referrals/contents";
import { type Scoped, scoped } from "@/server/scope";
import { listCalendar } from "@/server/visits/calendar";
import { viewDay } from "@/server/visits/day";
import { findVisited } from "@/server/visits/visited";
import { asSuperuser } from "./demo-world";
import { rowsOf } from "./export-files";
import { buildFollowUpWorld } from "./follow-up-world";

const ofMinistry = "0811111111";
const corrected = "0822222222";
const told = "0833333333";

let world: Awaited<ReturnType<typeof buildFollowUpWorld>>;
let holderId: string;
beforeAll(async () => {
  world = await buildFollowUpWorld();
  holderId = world.holders[0]?.id ?? "";
  await asSuperuser(
    `INSERT INTO appointment (id, holder_id, province_code, district_code, officer_id, meet_on, recorded_by_id, recorded_on)
     SELECT gen_random_uuid(), id, province_code, district_code, account_officer_id, '2018-03-14', account_officer_id, '2018-03-14'
     FROM holder WHERE id = $1`,
    [holderId],
  );
});

const file = { format: "csv", filter: {}, view: {}, unmasked: false } as const;
const none = { phone: null, correctedPhone: null, ministryPhone: null };

type Show = (scope: Scoped, id: string) => Promise<unknown>;
/** Every place that shows, dials, exports or reports a holder's telephone. */
const places: [name: string, show: Show][] = [
  ["the list", (scope) => listHolders(scope, {})],
  ["the day", (scope) => viewDay(scope, null)],
  ["the calendar", (scope) => listCalendar(scope, 14)],
  ["a visit", findVisited],
  [
    "the interview",
    async (scope, id) => phoneOf((await findInterview(scope, id, "2018-03-14"))?.holder ?? none),
  ],
  ["an inquiry", findInquirer],
  ["a referral", contentsFor],
  [
    "the Ministry's sheet",
    async (scope, id) => [
      ...(
        await entryValues(scope, await scope.tx.ministryEntry.findMany({ where: { holderId: id } }))
      ).values(),
    ],
  ],
  [
    "the export of plans",
    async (scope) => rowsOf(await followUpsSheet(scope, { ...file, list: "follow_ups" })),
  ],
  [
    "the export of holders",
    async (scope) => rowsOf(await holdersSheet(scope, { ...file, list: "holders" })),
  ],
];

const store = (phones: { said: string | null; corrected: string | null }) =>
  asSuperuser(
    "UPDATE holder SET ministry_phone = $2, corrected_phone = $3, phone = $4 WHERE id = $1",
    [holderId, ofMinistry, phones.corrected, phones.said],
  );

test.each([
  ["what was said last", { said: told, corrected }, told],
  ["the corrected one", { said: null, corrected }, corrected],
  ["the Ministry's where there is no other", { said: null, corrected: null }, ofMinistry],
])("every place shows %s", async (_, phones, shown) => {
  await store(phones);
  const texts: string[] = [];
  for (const [name, show] of places)
    texts.push(
      `${name}: ${JSON.stringify(await scoped(world.ao, (scope) => show(scope, holderId)))}`,
    );
  texts.push(
    `the desk: ${JSON.stringify(await scoped(world.secretary, (scope) => viewForDesk(scope, holderId)))}`,
  );
  for (const text of texts) {
    expect(text).toContain(shown);
    for (const other of [ofMinistry, corrected, told].filter((each) => each !== shown))
      expect(text).not.toContain(other);
  }
});

it("is chosen in one place only", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes("generated"),
  );
  const choosing = files.filter((name) =>
    /[pP]hone\s*(\?\?|\|\|)[^;]*ministryPhone/.test(readFileSync(join("src", name), "utf8")),
  );
  expect(choosing).toEqual(["domain/phone.ts"]);
});
