/** The days on which the scenes play after those of February: a folder each, in this order, on one demo. */
export const monthDays = {
  march: "2018-03-14",
  june: "2018-06-15",
  september: "2018-09-14",
  december: "2018-12-14",
} as const;
