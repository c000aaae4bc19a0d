import { z } from "zod";
import type { WrittenKind } from "@/domain/official-paper";
import { fromDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";
import { findPaper } from "./find";
import { findIssued } from "./queries";

/** What a signed paper is about, its number and its day; null out of reach, and for a draft. */
export async function findSigned(scope: Scoped, kind: WrittenKind, about: string) {
  // Of some papers of the register only number and day were recorded, before papers were kept.
  if (kind === "issued") {
    const id = z.uuid().safeParse(about);
    const row = id.success ? await findIssued(scope, id.data) : null;
    return row && { subject: row.subject, number: row.number, issuedOn: row.issuedOn };
  }
  const found = await findPaper(scope, kind, about, false);
  if (!found?.issue.issuedOn) return null;
  const { number, issuedOn } = found.issue;
  return { subject: found.paper.subject, number, issuedOn };
}

/** The scans of one paper that the reader may open, the newest first, without their bytes. */
export async function listScans({ tx }: Scoped, kind: WrittenKind, about: string) {
  const scans = await tx.paperFile.findMany({
    where: { kind, about },
    select: {
      id: true,
      mediaType: true,
      recordedOn: true,
      recordedBy: { select: { name: true, position: true } },
    },
    orderBy: { recordedAt: "desc" },
    take: 50,
  });
  return scans.map((scan) => ({ ...scan, recordedOn: fromDateColumn(scan.recordedOn) }));
}
export type ScanRow = Awaited<ReturnType<typeof listScans>>[number];
