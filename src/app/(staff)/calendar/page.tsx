import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { calendarDays } from "@/domain/visit";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listCalendar } from "@/server/visits/queries";
import { CalendarView } from "./calendar-view";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("calendar") };
}

export default async function CalendarPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "appointment.keep")) notFound();
  const calendar = await scoped(actor, (scope) => listCalendar(scope, calendarDays));
  return <CalendarView calendar={calendar} days={calendarDays} role={actor.role} />;
}
