import { getTranslations } from "next-intl/server";
import { rulesOn } from "@/domain/rules/sets";
import { stageOn } from "@/domain/season";
import { programmeDate } from "@/server/clock";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { MenuView } from "./menu-view";

export async function generateMetadata() {
  return { title: (await getTranslations("menu"))("title") };
}

export default async function MenuPage() {
  const actor = await requireActor();
  const stage = await scoped(actor, async ({ tx, ruleSets }) => {
    const today = await programmeDate(tx);
    return stageOn(rulesOn(ruleSets, today), today);
  });
  return <MenuView reader={actor} now={stage} />;
}
