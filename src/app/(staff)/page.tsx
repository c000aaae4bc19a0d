import { getTranslations } from "next-intl/server";
import type { Actor } from "@/domain/policy";
import { getHome } from "@/server/home/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { HomeView } from "./home-view";

export async function generateMetadata() {
  return { title: (await getTranslations("shell"))("home") };
}

export default async function HomePage() {
  const actor: Actor = await requireActor();
  return <HomeView home={await scoped(actor, getHome)} role={actor.role} />;
}
