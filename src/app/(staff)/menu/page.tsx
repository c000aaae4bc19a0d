import { getTranslations } from "next-intl/server";
import { rulesOn } from "@/domain/rules/sets";
import { stageOn } from "@/domain/season";
import { programmeDate } from "@/server/clock";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { homeVisits } from "@/server/settings/queries";
import { MenuView } from "./menu-view";

export async function generateMetadata() {
  return { title: (await getTranslations("menu"))("title") };
}

export default async function MenuPage() {
  const actor = await requireActor();
  const stage = await scoped(actor, async (scope) => {
    const today = await programmeDate(scope.tx);
    const { walkIn } = rulesOn(scope.ruleSets, today);
    return stageOn(today, walkIn.value, await homeVisits(scope, today));
  });
  return <MenuView reader={actor} now={stage} />;
}
