import { type Actor, mayEver } from "@/domain/policy";

/** Where the next person is received: at the desk; the province, which has none, registers. */
export function nextPersonHref(actor: Pick<Actor, "role">): string {
  return mayEver(actor, "desk.work") ? "/desk" : "/registrations/new";
}
