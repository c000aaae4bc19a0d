import { z } from "zod";
import { allPaperKinds } from "@/domain/official-paper";
import { readPaperFile } from "@/server/papers/files";
import { findPaper } from "@/server/papers/find";
import { wordFile } from "@/server/papers/word/word-file";
import { answering, refuse } from "@/server/request";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

const asked = z.object({
  kind: z.enum(allPaperKinds),
  about: z.string().max(60).default(""),
  draft: z.enum(["new"]).optional(),
});

/** An official paper as a Word file, for whoever may open its page. */
export const GET = answering(async (request: Request) => {
  const actor = await findActor();
  if (!actor) return refuse("NOT_SIGNED_IN");
  const given = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!given.success) return refuse("NOT_FOUND");
  const { kind, about, draft } = given.data;
  const found = await scoped(actor, async (scope) => {
    const paper = await findPaper(scope, kind, about, draft === "new");
    const garuda = paper?.paper.garuda && (await readPaperFile(scope, paper.paper.garuda));
    return paper && { paper, garuda: garuda ? garuda.content : null };
  });
  if (!found) return refuse("NOT_FOUND");
  const { paper, garuda } = found;
  const bytes = await wordFile(paper, paper.foot, garuda);
  const name = encodeURIComponent(`${paper.paper.subject.slice(0, 80)}.docx`);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Content-Disposition": `attachment; filename="paper.docx"; filename*=UTF-8''${name}`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
