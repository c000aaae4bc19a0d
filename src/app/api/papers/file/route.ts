import { z } from "zod";
import { readPaperFile } from "@/server/papers/files";
import { answering, refuse } from "@/server/request";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

const asked = z.object({ id: z.uuid() });
const endings = { "application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg" } as const;

/** A garuda, or the scan of a signed paper, for whoever may read it. It is saved and never run: whoever uploaded it chose its bytes. */
export const GET = answering(async (request: Request) => {
  const actor = await findActor();
  if (!actor) return refuse("NOT_SIGNED_IN");
  const given = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!given.success) return refuse("NOT_FOUND");
  const file = await scoped(actor, (scope) => readPaperFile(scope, given.data.id));
  if (!file) return refuse("NOT_FOUND");
  return new Response(new Uint8Array(file.content), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="${file.purpose}.${endings[file.mediaType]}"`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
