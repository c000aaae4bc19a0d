import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { viewSheet } from "@/server/ministry/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { SheetView } from "./sheet-view";

export async function generateMetadata() {
  return { title: (await getTranslations("ministry"))("sheet") };
}

/** The sheet ("ใบคีย์") of one contact. */
export default async function SheetPage({ params }: PageProps<"/ministry/[entryId]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).entryId);
  if (!id.success || !mayEver(actor, "ministry.mark")) notFound();
  const found = await scoped(actor, async (scope) => {
    const sheet = await viewSheet(scope, id.data);
    return sheet && { sheet, today: await programmeDate(scope.tx) };
  });
  if (!found) notFound();
  return <SheetView {...found} records={mayEver(actor, "contact.record")} />;
}
