import type { Duty } from "@/domain/duties";

/** Where each duty is done: what it opens for its officer and his staff. */
export const screens: Partial<Record<`${Duty["role"]}_${number}`, string>> = {
  governor_2: "/imports",
  governor_4: "/province",
  governor_5: "/settings",
  district_chief_1: "/desk/places",
  district_chief_6: "/assign",
  district_chief_8: "/district",
  account_officer_1: "/calendar",
  account_officer_2: "/catalogue",
  account_officer_3: "/holders",
  account_officer_4: "/holders",
};
