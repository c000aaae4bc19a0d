import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listCalendar } from "@/server/visits/queries";
import { CalendarView } from "./calendar-view";

/** How far ahead an account officer looks: two weeks. */
const days = 14;

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("calendar") };
}

export default async function CalendarPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "appointment.keep")) notFound();
  const calendar = await scoped(actor, (scope) => listCalendar(scope, days));
  return <CalendarView calendar={calendar} days={days} />;
}
