import { type Role, roles } from "@/domain/policy";
import type { Insert } from "./insert-rows";
import { type World, who } from "./world";
import { notificationRow } from "./world-requests";

const staff: Role[] = roles.filter((role) => role !== "administrator");

/** Good rows of what is asked of the office, and who may write them. */
export function requestInserts(world: () => World): Insert[] {
  return [
    {
      table: "notification",
      by: staff,
      row: (actor) => notificationRow(who(world(), "provincial_officer", "54").id, "54", actor.id),
    },
  ];
}
