import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/domain/policy";
import { undoMove } from "@/server/caseload/commands";
import { listMoves } from "@/server/caseload/moves";
import { type AnyCommand, execute } from "@/server/command";
import { addAccountOfficers, endCode } from "@/server/officers/district";
import {
  countEndedWithHolders,
  listCodes,
  listKnownOfficers,
} from "@/server/officers/district-queries";
import { scoped } from "@/server/scope";
import { asSuperuser, loadedDemo, signedIn, wrongCounters } from "./demo-world";

/** AO codes of a district: issued once, never again, ended only with a handover. */
let chief: Actor;
beforeAll(async () => {
  await loadedDemo();
  chief = await signedIn("chief.denchai");
});

const send = (command: AnyCommand, actor: Actor, input: unknown) =>
  execute(command, actor, { id: randomUUID(), input });
type Issued = { value: { issued: { officerId: string; code: string; slipId: string | null }[] } };
const add = async (...officers: object[]) =>
  (await send(addAccountOfficers, chief, {
    officers: officers.map((officer) => ({ officerId: null, ...officer })),
  })) as Issued;
const person = (name: string, agency = "CDD") => ({ name, agency, phone: "0811111111" });
const ownerOf = (code: string) =>
  asSuperuser<{ id: string }>(
    `SELECT id FROM holder WHERE account_officer_code = '${code}' ORDER BY id`,
  );

describe("codes", () => {
  it("run on from the last of district and agency letter, however many are issued at once", async () => {
    const { value } = await add(
      person("นายสมชาย ใจดี"),
      person("นางสมศรี ดีใจ"),
      person("นายอบต ดีงาม", "LAO"),
      person("นายอื่น ดีงาม", "OTHER"),
    );
    expect(value.issued.map(({ code }) => code)).toEqual([
      "5405C002",
      "5405C003",
      "5405O001",
      "5405O002",
    ]);
    const many = await Promise.all(
      Array.from({ length: 5 }, (_, nth) => add(person(`นายพร้อมกัน ที่${nth}`, "GSB"))),
    );
    const codes = many.map((each) => each.value.issued[0]?.code);
    expect(new Set(codes).size).toBe(5);
    expect(codes.sort()).toEqual(["5405G001", "5405G002", "5405G003", "5405G004", "5405G005"]);
  });

  it("are issued for all of a list or for none", async () => {
    const count = async () => (await scoped(chief, listCodes)).length;
    const before = await count();
    expect(
      await add(person("นายคนแรก ดีงาม"), { ...person("นายคนที่สอง ดี"), officerId: randomUUID() }),
    ).toMatchObject({ code: "NOT_FOUND" });
    expect(await count()).toBe(before);
  });

  it("stand under one sign-in for one person in two districts", async () => {
    const known = await scoped(chief, listKnownOfficers);
    const neighbour = known.find(({ codes }) => codes.some((code) => code.startsWith("5404C")));
    if (!neighbour) throw new Error("The neighbour has no officer of that agency");
    const officer = { ...person(neighbour.name), officerId: neighbour.id };
    const { value } = await add(officer);
    expect(value.issued).toMatchObject([{ officerId: neighbour.id, slipId: null }]);
    expect(await add(officer)).toMatchObject({ code: "ALREADY_RECORDED" });
  });

  it("are the chief's to issue: a secretary needs his order, nobody else may", async () => {
    const others = await Promise.all(
      ["desk1.denchai", "cdd.denchai", "treasury", "agency.baac"].map(signedIn),
    );
    for (const actor of others)
      expect(
        await send(addAccountOfficers, actor, {
          officers: [{ ...person("นายคนอื่น ดีงาม"), officerId: null }],
        }),
        actor.login,
      ).toMatchObject({ ok: false });
  });
});

describe("the end of a code", () => {
  const ending = "5405C001";

  it("asks for a successor while holders stand under it, and is refused by the database without one", async () => {
    expect(await send(endCode, chief, { code: ending, endsOn: "2018-02-26" })).toMatchObject({
      code: "INVALID",
      fields: { successor: ["successor"] },
    });
    for (const successor of [ending, "5404B001", "5405C999", "x"])
      expect(
        await send(endCode, chief, { code: ending, endsOn: "2018-02-26", successor }),
      ).toMatchObject({ code: "INVALID" });
    await expect(
      asSuperuser(
        `UPDATE account_officer_code SET ends_on = '2018-02-26' WHERE code = '${ending}'`,
      ),
    ).rejects.toMatchObject({ code: "23514" });
  });

  it("may be set for a day ahead, and stands on the chief's page when that day has come", async () => {
    expect(await send(endCode, chief, { code: ending, endsOn: "2018-02-28" })).toMatchObject({
      ok: true,
      value: { people: 0 },
    });
    const left = (today: string) => scoped(chief, (scope) => countEndedWithHolders(scope, today));
    expect(await left("2018-02-27")).toBe(0);
    expect(await left("2018-02-28")).toBe(1);
  });

  it("hands everybody over in the same act, seen as a handover, and undone exactly", async () => {
    const holders = await ownerOf(ending);
    const before = await ownerOf("5405B001");
    expect(holders.length).toBeGreaterThan(50);
    expect(
      await send(endCode, chief, { code: ending, endsOn: "2018-02-26", successor: "5405B001" }),
    ).toMatchObject({ ok: true, value: { people: holders.length } });
    expect(await ownerOf(ending)).toEqual([]);
    expect(await ownerOf("5405B001")).toHaveLength(before.length + holders.length);
    expect(await wrongCounters()).toEqual([]);
    const {
      moves: [move],
    } = await scoped(chief, (scope) => listMoves(scope));
    const people = holders.length;
    expect(move).toMatchObject({ kind: "handover", people, to: [{ people }] });
    const undone = await send(undoMove, chief, { moveId: move?.id });
    expect(undone).toMatchObject({ ok: true });
    expect(await ownerOf(ending)).toEqual(holders);
    expect(await scoped(chief, (scope) => countEndedWithHolders(scope, "2018-02-26"))).toBe(1);
  });
});
