/** Which of several open desks this officer sits at; remembered by the browser, checked at every use. */
export const deskCookie = "sukjai.desk";

/** The desk of the cookie if it is open, otherwise the first open one; null if none is open. */
export function chosenDesk<Desk extends { id: string }>(
  desks: readonly Desk[],
  cookie: string | undefined,
): Desk | null {
  return desks.find(({ id }) => id === cookie) ?? desks[0] ?? null;
}
