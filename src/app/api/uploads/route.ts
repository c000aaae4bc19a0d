import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { z } from "zod";
import { largestPaperFile } from "@/domain/paper-file";
import { type Actor, mayEver } from "@/domain/policy";
import { largestMapFile } from "@/server/area-maps/read";
import { largestFile } from "@/server/imports/file";
import { answer, answering, fromOurPages, refuse } from "@/server/request";
import { findActor } from "@/server/session";
import { receiveUpload } from "@/server/uploads/receive";

const said = z.object({
  bytes: z.coerce.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The most bytes that somebody may send: a list, a drawing of areas, or a file of their office; 0: nothing. */
function largestOf(actor: Actor): number {
  if (mayEver(actor, "import.run")) return largestFile.csv;
  if (mayEver(actor, "map.record")) return largestMapFile;
  return mayEver(actor, "office.keep") ? largestPaperFile.signed_scan : 0;
}

/** Stores the bytes of one file and answers an id; the command that names the id decides what the file means. */
export const POST = answering(async (request: Request) => {
  if (!fromOurPages(request)) return refuse("NOT_ALLOWED");
  const actor = await findActor();
  if (!actor) return refuse("NOT_SIGNED_IN");
  const largest = largestOf(actor);
  if (largest === 0) return refuse("NOT_ALLOWED");
  const claim = said.safeParse({
    bytes: request.headers.get("x-file-bytes"),
    sha256: request.headers.get("x-file-sha256"),
  });
  if (!claim.success || !request.body) return refuse("INVALID");
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  return answer(await receiveUpload(actor.id, body, claim.data, largest));
});
