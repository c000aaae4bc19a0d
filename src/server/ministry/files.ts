import type { Subject } from "@/domain/policy";
import { fromDateColumn } from "@/server/clock";
import { areaFor, type Scoped } from "@/server/scope";

/** A file that was sent, as the subject of a change; null out of reach. */
export async function fileSubject({ tx }: Scoped, id: string): Promise<Subject | null> {
  const file = await tx.ministryFile.findUnique({
    where: { id },
    select: { id: true, provinceCode: true, districtCode: true },
  });
  return file && { type: "ministry_file", ...file };
}

/** The files in the actor's reach, the newest first, each with what the Ministry has answered. */
export async function listMinistryFiles({ tx, actor }: Scoped) {
  const area = areaFor(actor, "ministry.view");
  if (!area || "accountOfficerId" in area) return [];
  const files = await tx.ministryFile.findMany({
    where: area,
    include: {
      sentBy: { select: { name: true } },
      returns: {
        orderBy: { recordedAt: "desc" },
        include: { recordedBy: { select: { name: true } } },
      },
    },
    orderBy: { sentAt: "desc" },
    take: 50,
  });
  return files.map(({ sentOn, sentBy, returns, ...file }) => ({
    id: file.id,
    number: file.number,
    district: file.districtCode,
    entries: file.entries,
    sha256: file.contentSha256,
    sentOn: fromDateColumn(sentOn),
    by: sentBy.name,
    returns: returns.map(({ answeredOn, recordedBy, ...returned }) => ({
      id: returned.id,
      fileName: returned.fileName,
      answeredOn: fromDateColumn(answeredOn),
      by: recordedBy.name,
      accepted: returned.accepted,
      bounced: returned.bounced,
      unchanged: returned.unchanged,
      unknown: returned.unknownRows,
      twice: returned.twiceRows,
      unclear: returned.unclearRows,
    })),
  }));
}
export type MinistryFileRow = Awaited<ReturnType<typeof listMinistryFiles>>[number];
