/**
 * Every figure that some headline of `domain/headline` or `domain/list-headline` says. The messages of one page are typed together, so each is handed
 * all of them and says its own: spread this before a headline.
 */
export const headlineFigures = {
  all: 0,
  areas: 0,
  awaited: 0,
  batch: 0,
  count: 0,
  days: 0,
  districts: 0,
  good: 0,
  late: 0,
  left: 0,
  missing: 0,
  needed: 0,
  number: "",
  of: 0,
  officers: 0,
  own: 0,
  people: 0,
  round: "",
  rows: 0,
  running: 0,
  saved: 0,
  unanswered: 0,
  unsent: 0,
  waiting: 0,
} as const;
