import { type FilePurpose, fits, largestPaperFile, mediaTypeOf } from "@/domain/paper-file";
import { invalid } from "@/domain/result";
import { auditRead, type Scoped } from "@/server/scope";
import { readUpload } from "@/server/uploads/uploads";

/**
 * The bytes of an upload, with what they are.
 * @throws Refusal INVALID where nothing was sent, it is too large, or it is none of the kinds that are kept
 */
export async function readFileFor(officerId: string, uploadId: string, purpose: FilePurpose) {
  const content = await readUpload(officerId, uploadId, largestPaperFile[purpose]);
  if (!content) throw invalid({ uploadId: "fileSize" });
  const mediaType = mediaTypeOf(content);
  if (!fits(mediaType, purpose)) throw invalid({ uploadId: `fileKind_${purpose}` });
  return { content, mediaType };
}

/** One file with its bytes; null out of reach. The look at a scan is audited. */
export async function readPaperFile(scope: Scoped, id: string) {
  // Who belongs to no province reads no office's papers.
  if (scope.actor.provinceCode === null) return null;
  const file = await scope.tx.paperFile.findUnique({
    where: { id },
    select: { purpose: true, mediaType: true, content: true },
  });
  if (file?.purpose === "signed_scan") auditRead(scope, "paper.read", { type: "paper_file", id });
  return file;
}

/** The garuda of an office of the actor's province: the newest file's id; null without one. */
export async function findGaruda(
  { tx, actor }: Scoped,
  districtCode: string | null,
): Promise<string | null> {
  const newest = await tx.paperFile.findFirst({
    where: { provinceCode: actor.provinceCode ?? "", districtCode, purpose: "garuda" },
    select: { id: true },
    orderBy: { recordedAt: "desc" },
  });
  return newest?.id ?? null;
}
