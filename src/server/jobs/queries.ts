import type { Scoped } from "@/server/scope";

/** One job of the actor's own, or null. */
export async function findJob({ tx, actor }: Scoped, jobId: string) {
  return tx.job.findFirst({
    where: { id: jobId, requestedById: actor.id },
    select: {
      id: true,
      kind: true,
      status: true,
      phase: true,
      progress: true,
      total: true,
      result: true,
      failure: true,
      createdAt: true,
      startedAt: true,
      finishedAt: true,
      expiresAt: true,
    },
  });
}
export type JobRow = NonNullable<Awaited<ReturnType<typeof findJob>>>;
