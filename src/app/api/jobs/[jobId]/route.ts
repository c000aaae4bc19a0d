import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { findJob } from "@/server/jobs/queries";
import { answer, answering, refuse } from "@/server/request";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

/** Progress of the actor's own job; the page that shows it asks every second. */
export const GET = answering(
  async (_request: Request, { params }: { params: Promise<{ jobId: string }> }) => {
    const actor = await findActor();
    if (!actor) return refuse("NOT_SIGNED_IN");
    const jobId = z.uuid().safeParse((await params).jobId);
    if (!jobId.success || !(mayEver(actor, "import.run") || mayEver(actor, "export.request")))
      return refuse("NOT_FOUND");
    const job = await scoped(actor, (scope) => findJob(scope, jobId.data));
    return job ? answer({ ok: true, value: job }) : refuse("NOT_FOUND");
  },
);
