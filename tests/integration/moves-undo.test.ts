import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { moveHolders, undoMove } from "@/server/caseload/commands";
import { execute } from "@/server/command";
import { viewHolder } from "@/server/holders/queries";
import { scoped } from "@/server/scope";
import { buildCaseloadWorld, type CaseloadWorld, query, savePeople } from "./caseload-world";
import { setToday } from "./desk-world";
import { acts, recordEarlier, somebody } from "./undo-acts";

let world: CaseloadWorld;

beforeAll(async () => {
  world = await buildCaseloadWorld();
  await savePeople(world, 2);
  await setToday("2018-03-14");
  await recordEarlier(world);
});

/** Both people go to the officer who does not have them; the answer is how the undo ends. */
async function move(): Promise<() => ReturnType<typeof undo>> {
  const holder = await somebody();
  const to = holder.accountOfficerId === world.officers[0].id ? 1 : 0;
  const moved = await execute(moveHolders, world.secretary, {
    id: randomUUID(),
    input: { filter: {}, picked: [], officerCode: world.codes[to], reason: null, expected: 2 },
  });
  if (!moved.ok) throw new Error(JSON.stringify(moved));
  return () => undo((moved.value as { moveId: string }).moveId);
}
const undo = (moveId: string) =>
  execute(undoMove, world.chief, { id: randomUUID(), input: { moveId } });

describe("the undo of a move", () => {
  it.each(acts)("is refused after %s", async (_, act) => {
    const undone = await move();
    const holder = await somebody();
    await act(holder, holder.accountOfficerId as string);
    expect(await undone()).toMatchObject({ ok: false, code: "ACTED_ON" });
  });

  it("is not refused because somebody has read the file, or because of what was done before", async () => {
    const undone = await move();
    const { id } = await somebody();
    expect(await scoped(world.chief, (scope) => viewHolder(scope, id))).not.toBeNull();
    expect(await undone()).toMatchObject({ ok: true, value: { people: 2 } });
  });

  it("is refused after an interview that was begun and given up, of which nothing else is left", async () => {
    const undone = await move();
    const { id } = await somebody();
    await query("UPDATE assessment_draft SET saved_at = now() WHERE holder_id = $1", [id]);
    await query("DELETE FROM assessment_draft WHERE holder_id = $1", [id]);
    expect(await undone()).toMatchObject({ ok: false, code: "ACTED_ON" });
  });

  it("knows every table that keeps acts on people: a new one is watched, or named here with its reason", async () => {
    const unwatched = await query<{ name: string }>(`
      SELECT c.table_name AS name FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.column_name = 'holder_id'
        AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgname = 'acted' AND t.tgrelid = c.table_name::regclass) ORDER BY 1`);
    expect(unwatched.map(({ name }) => name)).toEqual([
      "assignment", // the moves themselves, looked at beside the acts
      "chosen_project", // of an interview
      "contact_project", // of a contact
      "entitlement", // follows from the decisions
      "entitlement_decision", // follows from a form, which is watched
      "follow_up", // derived
      "form_draft", // typed, and recorded nowhere yet
      "holder_income", // an import's
      "import_change",
      "journey", // derived
      "ledger_entry", // books decisions
      "ministry_entry", // derived; its events are acts
      "ministry_file_line", // of an event
      "notification", // tells of an act
      "one_off_person", // a list of the province's
      "referral", // its events are acts
      "registration", // makes its holder, who is in no move before it
      "run_answer_line", // the Ministry's words
      "what_if_person", // counted by a what-if
    ]);
  });
});
