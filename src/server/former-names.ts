/**
 * Names that commands had before, and what they are called now. A page opened before a change of name still posts the earlier
 * one, and a receipt keeps the name under which its command ran: both are read through here, so that a repeat is
 * answered once. Audit entries stay as they were written.
 */
export const formerNames: ReadonlyMap<string, string> = new Map([
  ["reportDeparture", "recordDeparture"],
  ["setPlaces", "setCapacity"],
  ["changePlaces", "changeCapacity"],
]);

/** The name that a command of this name has today. */
export function nameToday(name: string): string {
  return formerNames.get(name) ?? name;
}
