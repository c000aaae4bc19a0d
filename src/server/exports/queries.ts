import { z } from "zod";
import { writtenOrder } from "@/domain/export-order";
import { mayEver } from "@/domain/policy";
import { auditRead, type Scoped } from "@/server/scope";

const storedResult = z.object({
  fileName: z.string(),
  rows: z.int(),
  bytes: z.int(),
  unmasked: z.boolean(),
});

/** The actor's own exports, the latest first. */
export async function listExports({ tx, actor }: Scoped) {
  const jobs = await tx.job.findMany({
    where: { kind: "export", requestedById: actor.id },
    select: {
      id: true,
      status: true,
      progress: true,
      total: true,
      input: true,
      result: true,
      createdAt: true,
      expiresAt: true,
    },
    orderBy: { createdAt: "desc" },
    take: 20,
  });
  const now = new Date();
  return jobs.flatMap(({ input, result, expiresAt, createdAt, ...job }) => {
    const order = writtenOrder.safeParse(input);
    if (!order.success) return [];
    return [
      {
        ...job,
        order: order.data,
        file: storedResult.safeParse(result).data ?? null,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
        expired: expiresAt !== null && expiresAt < now,
      },
    ];
  });
}
export type ExportRow = Awaited<ReturnType<typeof listExports>>[number];

/** What a download of one's own export needs, or null; the download is audited. */
export async function takeExport(scope: Scoped, jobId: string) {
  const { tx, actor } = scope;
  if (!mayEver(actor, "export.request")) return null;
  const job = await tx.job.findFirst({
    where: {
      id: jobId,
      kind: "export",
      status: "done",
      requestedById: actor.id,
      expiresAt: { gt: new Date() },
    },
    select: { input: true, result: true },
  });
  const order = writtenOrder.safeParse(job?.input);
  const file = storedResult.safeParse(job?.result);
  if (!order.success || !file.success) return null;
  // Full IDs are only for officers who may still see them.
  if (file.data.unmasked && !mayEver(actor, "export.unmask")) return null;
  auditRead(
    scope,
    "export.request",
    { type: "export", id: jobId },
    { downloaded: true, rows: file.data.rows },
  );
  return { format: order.data.format, fileName: file.data.fileName };
}
