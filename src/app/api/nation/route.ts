import { Readable } from "node:stream";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { workbook } from "@/server/exports/files";
import { publishedSheet } from "@/server/exports/published";
import { auditFile, getPublished } from "@/server/published/queries";
import { answering, fileAnswer, refuse } from "@/server/request";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

/** What is published of all provinces as a workbook, a line each; made as it is asked for, and nothing of it is kept. */
export const GET = answering(async () => {
  const actor = await findActor();
  if (!actor) return refuse("NOT_SIGNED_IN");
  const found = await scoped(actor, async (scope) => {
    const published = await getPublished(scope);
    if (published?.on) auditFile(scope, published.on, published.provinces.length);
    return published;
  });
  if (!found) return refuse("NOT_FOUND");
  const date = found.on ? formatThaiDateShort(found.on) : "";
  const title = found.on ? say("exports.asOf", { date }) : say("nation.nothing");
  const heading = `${say("nation.title")} ${say("nation.provinces")} ${say("nation.unitPeople")}`;
  const bytes = workbook(publishedSheet(found), { title, heading });
  return fileAnswer(Readable.from(bytes), {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: `${say("nation.fileName", { date }).trim()}.xlsx`,
    plainName: "export.xlsx",
  });
});
