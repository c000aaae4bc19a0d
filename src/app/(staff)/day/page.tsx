import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { doorRecords } from "@/domain/visit";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { viewDay } from "@/server/visits/day";
import { DayView } from "./day-view";

/** What was recorded just now, of whom: the page says so. */
const recorded = z.object({ saved: z.enum(doorRecords), of: z.uuid() });

export async function generateMetadata() {
  return { title: (await getTranslations("day"))("title") };
}

export default async function DayPage({ searchParams }: PageProps<"/day">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "appointment.keep")) notFound();
  const saved = recorded.safeParse(given);
  const day = await scoped(actor, (scope) => viewDay(scope, saved.data?.of ?? null));
  return <DayView day={day} saved={saved.data?.saved ?? null} />;
}
