import type { FoundHolder } from "@/server/holders/search";

/** How the answer of who was found stands: messages `desk.answered_<…>`. What waits goes before what counts. */
export function answeredOf({ death, pending, answer }: FoundHolder) {
  if (death?.answered) return "disputed";
  return pending ? "pending" : (answer ?? "none");
}
