import { daysBetween, type IsoDate } from "@/domain/calendar";

/** How near a day is: what a worklist says (message `words.due`) and shows in colour. */
export type Due = {
  when: "past" | "today" | "ahead";
  /** How many days it is past or ahead; 0 today. */
  days: number;
  tone: "late" | "due" | "quiet";
};

/** Within how many days a due day is marked as near. */
const near = 3;

/** How near a due day is. */
export function dueOf(dueOn: IsoDate, today: IsoDate): Due {
  const days = daysBetween(today, dueOn);
  return {
    when: days < 0 ? "past" : days === 0 ? "today" : "ahead",
    days: Math.abs(days),
    tone: days < 0 ? "late" : days <= near ? "due" : "quiet",
  };
}
