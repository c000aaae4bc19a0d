import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { isIsoDate } from "@/domain/calendar";
import { isoDate } from "@/domain/fields";
import { mayEver } from "@/domain/policy";
import { calendarDays } from "@/domain/visit";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listCalendar } from "@/server/visits/calendar";
import { loadWalk } from "@/server/visits/day";
import { CalendarView } from "./calendar-view";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("calendar") };
}

/** What was planned just now: the day, and for how many. */
const plannedNow = z.object({ planned: isoDate, people: z.coerce.number().int().min(1).max(500) });

/** Two weeks ahead and what is overdue; `?day=2018-03-14` shows that day alone. */
export default async function CalendarPage({ searchParams }: PageProps<"/calendar">) {
  const [given, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "appointment.keep")) notFound();
  const day = typeof given.day === "string" && isIsoDate(given.day) ? given.day : null;
  const district =
    typeof given.district === "string" && /^\d{4}$/.test(given.district) ? given.district : null;
  const { calendar, next } = await scoped(actor, async (scope) => {
    const listed = await listCalendar(scope, calendarDays, day);
    return { calendar: listed, next: (await loadWalk(scope, listed.today)).next };
  });
  return (
    <CalendarView
      calendar={calendar}
      next={next?.id ?? null}
      days={calendarDays}
      day={day}
      saved={plannedNow.safeParse(given).data ?? null}
      district={district}
      role={actor.role}
    />
  );
}
