import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { outlineFile, type Ring, squaresOf } from "@tests/builders/outlines";
import { setToday } from "@tests/integration/desk-world";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { beforeAll, describe, expect, it } from "vitest";
import { tilesOf } from "@/domain/figures/tiles";
import type { Actor } from "@/domain/policy";
import { recordAreaMap } from "@/server/area-maps/commands";
import { listAreaMaps } from "@/server/area-maps/queries";
import { execute } from "@/server/command";
import { getMap } from "@/server/figures/map";
import { scoped } from "@/server/scope";
import { receiveUpload } from "@/server/uploads/receive";

/** The outlines of a province come from a file of an administrator (docs/decisions/0054). */
const people = {
  admin: officer("administrator", null),
  governor: officer("governor", "54"),
  stranger: officer("governor", "55"),
};
const { admin, governor, stranger } = people;
const phrae = { provinceCode: "54" };

beforeAll(async () => {
  await setToday("2018-03-05");
  await onDatabase(async (client) => {
    for (const actor of Object.values(people)) await insert(client, "officer", officerRow(actor));
  });
});

async function record(text: string, by: Actor = admin) {
  const bytes = Buffer.from(text);
  const said = {
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  const sent = await receiveUpload(by.id, Readable.from([bytes]), said, 8 * 1024 * 1024);
  if (!sent.ok) throw new Error(sent.code);
  return execute(recordAreaMap, by, {
    id: randomUUID(),
    input: { uploadId: sent.value.uploadId, source: "กรมการปกครอง" },
  });
}
const pictureOf = (actor: Actor) => scoped(actor, (scope) => getMap(scope, phrae));

describe("a province", () => {
  it("has its tiles until an administrator sends outlines, and then those, the newest", async () => {
    expect(await pictureOf(governor)).toMatchObject({ drawing: null, tiles: tilesOf("54") });
    const districts = squaresOf("54", (code) => ({ name: "อำเภอ", ADM2_PCODE: `TH${code}` }));
    expect(await record(outlineFile(districts))).toMatchObject({
      ok: true,
      value: { pictures: 1, provinceCode: "54" },
    });
    const drawn = await pictureOf(governor);
    expect(drawn?.tiles).toBeNull();
    expect(drawn?.drawing?.shapes).toHaveLength(8);
    // North is above: สอง above เด่นชัย, and ร้องกวาง to the right of วังชิ้น.
    const at = (code: string) => drawn?.drawing?.shapes.find((shape) => shape.code === code);
    expect(at("5406")?.y).toBeLessThan(at("5405")?.y ?? 0);
    expect(at("5402")?.x).toBeGreaterThan(at("5407")?.x ?? 1000);
    // A square that touches another has a corner in common with it.
    const corners = (code: string) => new Set(at(code)?.path.match(/\d+,\d+/g));
    expect([...corners("5406")].filter((corner) => corners("5408").has(corner))).toHaveLength(2);

    expect(
      await record(
        outlineFile([...squaresOf("54"), ...squaresOf("5405", (code) => ({ id: Number(code) }))]),
      ),
    ).toMatchObject({ ok: false });
    const both = [...squaresOf("54"), ...squaresOf("5405")];
    expect(await record(outlineFile(both))).toMatchObject({ ok: true, value: { pictures: 2 } });
    expect(await scoped(admin, listAreaMaps)).toMatchObject([
      { code: "54", ofProvince: true, districts: 1, source: "กรมการปกครอง" },
    ]);
  });

  it("keeps its outlines from another province and from every officer but an administrator", async () => {
    expect(await scoped(stranger, (scope) => getMap(scope, phrae))).toMatchObject({
      drawing: null,
    });
    expect(await record(outlineFile(squaresOf("54")), governor)).toMatchObject({
      ok: false,
      code: "NOT_ALLOWED",
    });
    expect(await scoped(governor, listAreaMaps)).toEqual([]);
  });
});

describe("a file that is no map", () => {
  const all = squaresOf("54");
  const [first] = all;
  const moved = (by: number) =>
    all.map((feature) => ({
      ...feature,
      geometry: {
        ...feature.geometry,
        coordinates: feature.geometry.coordinates.map((ring) =>
          ring.map(([east, north]) => [east * by, north * by]),
        ),
      },
    }));
  const jagged = () => {
    const ring: Ring = Array.from({ length: 200_000 }, (_, n) => [
      99.6 + ((n * 7919) % 1000) / 1000,
      17.9 + ((n * 104_729) % 1000) / 1000,
    ]);
    return all.map((feature) => ({
      ...feature,
      geometry: { type: "Polygon", coordinates: [[...ring.slice(0, 20_000), ring[0]]] },
    }));
  };
  it.each([
    ["text", "ไม่ใช่แผนที่", "notGeoJson", []],
    [
      "points",
      outlineFile([{ ...first, geometry: { type: "Point", coordinates: [100, 18] } }]),
      "notGeoJson",
      [],
    ],
    ["no codes", outlineFile(squaresOf("54", () => ({ name: "สอง" }))), "noCodes", []],
    [
      "an unknown code",
      outlineFile(squaresOf("54", (code) => ({ code: code === "5408" ? "5499" : code }))),
      "unknownCodes",
      ["5499"],
    ],
    [
      "two provinces",
      outlineFile(squaresOf("54", (code) => ({ code: code === "5408" ? "5501" : code }))),
      "severalProvinces",
      ["54", "55"],
    ],
    ["a code twice", outlineFile([...all, ...all.slice(0, 1)]), "twice", ["5406"]],
    ["a part that is missing", outlineFile(all.slice(1)), "missingParts", ["5406"]],
    ["metres", outlineFile(moved(5000)), "otherCoordinates", []],
    ["every stone of a border", outlineFile(jagged()), "tooDetailed", ["54"]],
  ])("%s: says why and changes nothing", async (_, text, fault, names) => {
    const before = await pictureOf(governor);
    expect(await record(text)).toMatchObject({
      ok: false,
      code: "INVALID",
      detail: { fault, names, more: 0 },
    });
    expect(await pictureOf(governor)).toEqual(before);
  });
});
