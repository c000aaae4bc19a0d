import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { readResolutionState } from "@/domain/resolution";
import { findResolution, listResolutions } from "@/server/resolutions/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ResolutionsView } from "./resolutions-view";

export async function generateMetadata() {
  return { title: (await getTranslations("resolutions"))("title") };
}

/** What meetings decided; `?id=…` shows one of them, with the form that ends it. */
export default async function ResolutionsPage({ searchParams }: PageProps<"/resolutions">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "resolution.read")) notFound();
  const state = readResolutionState(given.state);
  const asked = z.uuid().safeParse(given.id);
  const { resolutions, opened } = await scoped(actor, async (scope) => ({
    resolutions: await listResolutions(scope, state),
    opened: asked.success ? await findResolution(scope, asked.data) : null,
  }));
  return (
    <ResolutionsView resolutions={resolutions} opened={opened} state={state} role={actor.role} />
  );
}
