import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { findCorrectable } from "@/server/corrections/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { CorrectionForm } from "./correction-form";

export async function generateMetadata() {
  return { title: (await getTranslations("corrections"))("ask") };
}

export default async function CorrectionPage({
  params,
}: PageProps<"/holders/[holderId]/correction">) {
  const [{ holderId }, actor] = await Promise.all([params, requireActor()]);
  const id = z.uuid().safeParse(holderId);
  if (!id.success || !mayEver(actor, "correction.request")) notFound();
  const holder = await scoped(actor, (scope) => findCorrectable(scope, id.data));
  if (!holder) notFound();
  return <CorrectionForm holder={holder} />;
}
