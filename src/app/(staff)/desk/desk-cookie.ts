/** Which of several open desks this officer sits at; a convenience of one browser, checked at every use. */
export const deskCookie = "sukjai.desk";

/** The desk of the cookie where it is open, else the only or first one; null where none is open. */
export function chosenDesk<Desk extends { id: string }>(
  desks: readonly Desk[],
  cookie: string | undefined,
): Desk | null {
  return desks.find(({ id }) => id === cookie) ?? desks[0] ?? null;
}
