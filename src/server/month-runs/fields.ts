import { runFieldOrder, runFields, runFieldsOn } from "@/domain/month-run";
import { say } from "@/i18n/words";
import { defineCommand } from "@/server/command";
import { fieldOrderInput, keepFieldOrder, orderOfProvince } from "@/server/ministry/field-orders";
import { listFieldOrders } from "@/server/ministry/queries";
import type { Scoped } from "@/server/scope";

/** The columns in force for the files of the actor's province. */
export async function runFieldsInForce(scope: Scoped, today: string) {
  return runFieldsOn(await listFieldOrders(scope, "month_run"), today);
}

/** The columns of a run's file, one name per line, from a day on; they are for the whole province. */
export const setRunFields = defineCommand({
  name: "setRunFields",
  action: "ministry.configure",
  input: fieldOrderInput(runFields, (field) => say(`runs.field_${field}`), runFieldOrder),
  subject: orderOfProvince,
  detail: ({ fields, fromOn }) => ({ fields, fromOn }),
  run: (scope) => keepFieldOrder(scope, "month_run"),
});
