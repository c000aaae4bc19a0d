import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { settingKeys } from "@/domain/settings";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { getSetting } from "@/server/settings/queries";
import { SettingView } from "./setting-view";

type Props = { params: Promise<{ key: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingPage({ params }: Props) {
  const actor = await requireActor();
  const asked = (await params).key;
  const key = settingKeys.find((each) => each === asked);
  if (!key || !mayEver(actor, "province.prepare")) notFound();
  const setting = await scoped(actor, (scope) => getSetting(scope, key));
  return <SettingView setting={setting} actorId={actor.id} />;
}
