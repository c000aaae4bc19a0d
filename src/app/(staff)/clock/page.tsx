import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { getFrame } from "@/server/home/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ClockForm } from "./clock-form";

export async function generateMetadata() {
  return { title: (await getTranslations("home"))("advanceClock") };
}

export default async function ClockPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "clock.advance")) notFound();
  const { today, demo } = await scoped(actor, getFrame);
  return <ClockForm today={today} demo={demo} />;
}
