import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { getPublished, getPublishedDistricts } from "@/server/published/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { DistrictsView } from "./districts-view";
import { NationView } from "./nation-view";

const asked = z.object({
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
});

export async function generateMetadata() {
  return { title: (await getTranslations("nation"))("title") };
}

export default async function NationPage({ searchParams }: PageProps<"/nation">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const { data } = asked.safeParse(given);
  if (!data) notFound();
  const { province } = data;
  if (province) {
    const districts = await scoped(actor, (scope) => getPublishedDistricts(scope, province));
    if (!districts) notFound();
    return <DistrictsView districts={districts} />;
  }
  const published = await scoped(actor, getPublished);
  if (!published) notFound();
  return <NationView published={published} />;
}
