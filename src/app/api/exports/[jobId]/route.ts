import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { z } from "zod";
import { exportPath } from "@/server/exports/files";
import { takeExport } from "@/server/exports/queries";
import { answering, fileAnswer, refuse } from "@/server/request";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

/** The file of the actor's own export, while it is kept; each download is audited. */
export const GET = answering(
  async (_request: Request, { params }: { params: Promise<{ jobId: string }> }) => {
    const actor = await findActor();
    if (!actor) return refuse("NOT_SIGNED_IN");
    const jobId = z.uuid().safeParse((await params).jobId);
    if (!jobId.success) return refuse("NOT_FOUND");
    const file = await scoped(actor, (scope) => takeExport(scope, jobId.data));
    if (!file) return refuse("NOT_FOUND");
    const path = exportPath(jobId.data, file.format);
    const found = await stat(path).catch(() => null);
    if (!found) return refuse("NOT_FOUND");

    return fileAnswer(createReadStream(path), {
      type: types[file.format],
      name: file.fileName,
      plainName: `export.${file.format}`,
      bytes: found.size,
    });
  },
);
