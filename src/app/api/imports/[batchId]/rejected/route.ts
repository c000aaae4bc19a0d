import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { rejectionReasons } from "@/domain/import/reasons";
import { mayEver } from "@/domain/policy";
import { findImport } from "@/server/imports/queries";
import { rejectedFile } from "@/server/imports/rejected-file";
import { answering, refuse } from "@/server/request";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

type Props = { params: Promise<{ batchId: string }> };

/** The rows that could not be imported, with the reason in the last column. */
export const GET = answering(async (_request: Request, { params }: Props) => {
  const actor = await findActor();
  if (!actor) return refuse("NOT_SIGNED_IN");
  const batchId = z.uuid().safeParse((await params).batchId);
  if (!batchId.success || !mayEver(actor, "import.run")) return refuse("NOT_FOUND");
  const t = await getTranslations("imports");
  const reasons = new Map<string, string>(
    rejectionReasons.map((code) => [code, t(`reason_${code}`)]),
  );
  const file = await scoped(actor, async (scope) => {
    const batch = await findImport(scope, batchId.data);
    if (!batch) return null;
    const words = {
      sheet: t("rejected"),
      heading: t("downloadReason"),
      reason: (code: string) => reasons.get(code) ?? code,
    };
    // Inside the transaction, which ends before the answer is sent.
    const bytes = await new Response(rejectedFile(scope, batch, words)).arrayBuffer();
    return { bytes, number: batch.number };
  });
  if (!file) return refuse("NOT_FOUND");
  const name = encodeURIComponent(`${t("rejected")}-${t("batchOf", { number: file.number })}.xlsx`);
  return new Response(file.bytes, {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="rejected.xlsx"; filename*=UTF-8''${name}`,
      "Cache-Control": "private, no-store",
    },
  });
});
