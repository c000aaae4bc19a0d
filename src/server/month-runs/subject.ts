import type { Subject } from "@/domain/policy";
import type { Scoped } from "@/server/scope";

/** The run that a command names, in the reach of whoever may read it. */
export async function runSubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const run = await tx.monthRun.findUnique({ where: { id }, select: { provinceCode: true } });
  return run && { type: "month_run", id, ...run };
}
