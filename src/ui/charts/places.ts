/** Places in a picture, shared by all of them. */

/** The moment at which a day (YYYY-MM-DD) stands on a scale of time. */
export const timeOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** A tenth of a per cent is finer than any screen; more digits would only make the page longer. */
export const tenths = (number: number) => Math.round(number * 10) / 10;
