import { runMigrations } from "graphile-worker";
import { Refusal } from "@/domain/result";
import type { Prisma } from "@/server/generated/prisma/client";
import type { Scoped } from "@/server/scope";

/** How many jobs of one person may wait or run: the worker is everybody's. */
export const mostJobsAtOnce = 5;

/**
 * Orders a job in the transaction of its command: it runs only if that transaction commits. Jobs of one kind that come `after`
 * the same run one after another: those of a person, unless something else is named. JOBS_WAITING where the person has as many
 * as may wait.
 */
export async function orderJob(
  { tx, actor }: Scoped,
  {
    id,
    kind,
    input,
    after = actor.id,
  }: {
    id: string;
    kind: "import" | "export" | "month_run" | "what_if" | "pack" | "one_off_list";
    input: Prisma.InputJsonObject;
    after?: string;
  },
): Promise<void> {
  const waiting = await tx.job.count({
    where: { requestedById: actor.id, status: { in: ["queued", "running"] } },
  });
  if (waiting >= mostJobsAtOnce) throw new Refusal("JOBS_WAITING", { waiting });
  await tx.job.createMany({
    data: [{ id, kind, input, requestedById: actor.id, provinceCode: actor.provinceCode }],
  });
  await tx.$queryRaw`SELECT app.enqueue(${kind}, ${id}::uuid, ${after})`;
}

/** Brings graphile-worker's own tables up to date; at every start, on the job login. */
export async function installQueue(jobUrl: string): Promise<void> {
  await runMigrations({ connectionString: jobUrl });
}
