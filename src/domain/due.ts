import { daysBetween, type IsoDate } from "@/domain/calendar";

/** How near a day is: what a worklist says and sorts by. */
export type Due = {
  /** Days from today: 0 today, negative once it is past. */
  days: number;
  /** Words for the screen: "เกิน 2 วัน", "วันนี้", "3 วัน". */
  words: string;
  tone: "late" | "due" | "quiet";
};

/** Within how many days a due day is marked as near. */
const near = 3;

/** What to say of a due day: "เกิน 2 วัน" once it is past, "วันนี้", "3 วัน" before it. */
export function dueOf(dueOn: IsoDate, today: IsoDate): Due {
  const days = daysBetween(today, dueOn);
  return {
    days,
    words: dueWords(dueOn, today),
    tone: days < 0 ? "late" : days <= near ? "due" : "quiet",
  };
}

/** `3 วัน`, `วันนี้`, `เกิน 2 วัน`. */
export function dueWords(dueOn: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return "วันนี้";
  return days < 0
    ? `เกิน ${(-days).toLocaleString("en-US")} วัน`
    : `${days.toLocaleString("en-US")} วัน`;
}
