import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { figureArea } from "@/domain/figures/area";
import { takeUpParts } from "@/domain/figures/take-up";
import { getTakeUp } from "@/server/figures/take-up";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { TakeUpView } from "./take-up-view";

export async function generateMetadata() {
  return { title: (await getTranslations("figures"))("picture_take-up") };
}

export default async function TakeUpPage({ searchParams }: PageProps<"/figures/take-up">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  const area = figureArea(actor, given);
  if (!area) notFound();
  const by = takeUpParts.find((each) => each === given.by) ?? "project";
  const takeUp = await scoped(actor, (scope) => getTakeUp(scope, area, by));
  if (!takeUp) notFound();
  return <TakeUpView takeUp={takeUp} role={actor.role} />;
}
