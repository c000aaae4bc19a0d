import { z } from "zod";
import { provinceOf } from "@/domain/areas";
import { requiredText } from "@/domain/fields";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { deleteUpload, readUpload } from "@/server/uploads/uploads";
import { drawMap } from "./draw";
import { largestMapFile, type MapFault, MapRefused, readOutlines, type Whole } from "./read";

/** Why a file was refused, the first of the codes that it concerns, and how many more there are. */
export type MapRefusal = { fault: MapFault; names: string[]; more: number };

/** How many codes a refusal names. */
const named = 10;

/**
 * Draws the maps of one province, or of districts of it, from a GeoJSON file: from now on they are shown in place of those before.
 * All of the file, or nothing; what is wrong with it is told with the codes that it concerns.
 */
export const recordAreaMap = defineCommand({
  name: "recordAreaMap",
  action: "map.record",
  input: z.strictObject({ uploadId: z.uuid(), source: requiredText(200) }),
  subject: async () => ({ type: "area_map", id: null }),
  async run({ tx, actor, input, today }) {
    const bytes = await readUpload(actor.id, input.uploadId, largestMapFile);
    if (!bytes) throw invalid({ uploadId: "fileSize" });
    const [districts, subdistricts] = await Promise.all([
      tx.district.findMany({ select: { code: true } }),
      tx.subdistrict.findMany({ select: { code: true } }),
    ]);
    const known = [...districts, ...subdistricts].map(({ code }) => code).sort();
    const maps = drawn(new TextDecoder().decode(bytes), known);
    const provinceCode = provinceOf(maps[0]?.withinCode ?? "");
    await tx.areaMap.createMany({
      data: maps.map((map) => ({
        ...map,
        id: crypto.randomUUID(),
        provinceCode,
        source: input.source,
        recordedById: actor.id,
        recordedOn: toDateColumn(today),
      })),
    });
    await deleteUpload(actor.id, input.uploadId);
    return { pictures: maps.length, provinceCode };
  },
  detail: (_, drawn) => drawn,
});

function drawn(text: string, known: readonly string[]) {
  try {
    return readOutlines(text, known).map(drawnWhole);
  } catch (error) {
    if (!(error instanceof MapRefused)) throw error;
    const { fault, names } = error;
    const more = Math.max(0, names.length - named);
    const refusal: MapRefusal = { fault, names: names.slice(0, named), more };
    throw new Refusal("INVALID", refusal);
  }
}

function drawnWhole({ within, parts }: Whole) {
  try {
    return { withinCode: within, ...drawMap(parts) };
  } catch (error) {
    throw error instanceof MapRefused ? new MapRefused(error.fault, [within]) : error;
  }
}
