import { send, setToday } from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getLocalCatalogue } from "@/server/catalogue/queries";
import { describeProject } from "@/server/project-guides/commands";
import { listProjectGuides, listWritings } from "@/server/project-guides/queries";
import { scoped } from "@/server/scope";

/** What a project gives is said by the province, in its own words, under a name and a date; nobody else's words are shown. */
const treasury = officer("provincial_officer", "54");
const ao = officer("account_officer", "5403", "CDD");
const stranger = officer("account_officer", "5501", "CDD");
const neighbours = officer("provincial_officer", "55");

beforeAll(async () => {
  await onDatabase(async (client) => {
    for (const actor of [treasury, ao, stranger, neighbours])
      await insert(client, "officer", officerRow(actor));
  });
});
beforeEach(() => setToday("2018-02-26"));

const guide = {
  project: "DSD-01",
  gives: "ฝึกช่างไฟฟ้า 10 วัน\nมีเบี้ยเลี้ยง",
  office: "สำนักงานพัฒนาฝีมือแรงงานแพร่",
  phone: "๐๕๔-๐๐๐-๐๐๐๕",
};

describe("what a project gives", () => {
  it("is empty until the province has written, then stands with the writer's name and date", async () => {
    expect(await scoped(ao, listProjectGuides)).toEqual({});
    expect(await send(describeProject, treasury, guide)).toMatchObject({ ok: true });
    const shown = {
      gives: "ฝึกช่างไฟฟ้า 10 วัน\nมีเบี้ยเลี้ยง",
      office: guide.office,
      phone: "0540000005",
      writtenBy: treasury.name,
      writtenOn: "2018-02-26",
    };
    expect(await scoped(ao, listProjectGuides)).toEqual({ "DSD-01": shown });
    expect((await scoped(ao, getLocalCatalogue)).guides).toEqual({ "DSD-01": shown });
    expect(await scoped(stranger, listProjectGuides)).toEqual({});
  });

  it("is replaced by a later writing and taken back by one without words; all writings are kept", async () => {
    await setToday("2018-03-02");
    await send(describeProject, treasury, { ...guide, gives: "ฝึกช่างประปา 5 วัน" });
    expect((await scoped(ao, listProjectGuides))["DSD-01"]).toMatchObject({
      gives: "ฝึกช่างประปา 5 วัน",
      writtenOn: "2018-03-02",
    });
    await send(describeProject, treasury, { project: "DSD-01", gives: " " });
    expect(await scoped(ao, listProjectGuides)).toEqual({});
    const writings = await scoped(treasury, (scope) => listWritings(scope, "DSD-01"));
    expect(writings.map(({ gives }) => gives.split("\n")[0])).toEqual([
      "",
      "ฝึกช่างประปา 5 วัน",
      "ฝึกช่างไฟฟ้า 10 วัน",
    ]);
  });

  it("refuses an office without words, a project that nobody knows, and other writers", async () => {
    expect(await send(describeProject, treasury, { ...guide, gives: "" })).toMatchObject({
      code: "INVALID",
      fields: { gives: ["missing"] },
    });
    expect(await send(describeProject, treasury, { ...guide, project: "DSD-99" })).toMatchObject({
      code: "INVALID",
      fields: { project: ["choose"] },
    });
    expect(await send(describeProject, ao, guide)).toMatchObject({ ok: false });
    expect(await scoped(neighbours, listProjectGuides)).toEqual({});
  });
});

it("is nothing for the administrator, who is of no province", async () => {
  const administrator = { ...officer("administrator", "54"), provinceCode: null };
  expect(await scoped(administrator, listProjectGuides)).toEqual({});
});
