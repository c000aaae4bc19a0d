import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { z } from "zod";
import { packFiles } from "@/domain/pack";
import { packPath } from "@/server/packs/files";
import { takePack } from "@/server/packs/queries";
import { answering, fileAnswer, refuse } from "@/server/request";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  brief: "application/pdf",
} as const;

const asked = z.object({ packId: z.uuid(), file: z.enum(packFiles) });

/** A file of a pack; each download is audited, and the list of packs names who fetched it. */
export const GET = answering(
  async (_request: Request, { params }: { params: Promise<{ packId: string; file: string }> }) => {
    const actor = await findActor();
    if (!actor) return refuse("NOT_SIGNED_IN");
    const given = asked.safeParse(await params);
    if (!given.success) return refuse("NOT_FOUND");
    const { packId, file } = given.data;
    const path = packPath(packId, file);
    const found = await stat(path).catch(() => null);
    if (!found) return refuse("NOT_FOUND");
    const name = await scoped(actor, (scope) => takePack(scope, packId, file));
    if (!name) return refuse("NOT_FOUND");
    return fileAnswer(createReadStream(path), {
      type: types[file],
      name,
      plainName: `pack.${file === "xlsx" ? "xlsx" : "pdf"}`,
      bytes: found.size,
    });
  },
);
