import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { getSupervised } from "@/server/supervision/queries";
import { OfficerView } from "./officer-view";

export async function generateMetadata() {
  return { title: (await getTranslations("supervision"))("title") };
}

/** An account officer of the district, for those who may write notes to them. */
export default async function OfficerPage({ params }: PageProps<"/district/officers/[officerId]">) {
  const actor = await requireActor();
  const officerId = z.uuid().safeParse((await params).officerId);
  if (!officerId.success || !mayEver(actor, "note.send")) notFound();
  const found = await scoped(actor, (scope) => getSupervised(scope, officerId.data));
  if (!found) notFound();
  return <OfficerView found={found} />;
}
