import type { Duty } from "@/domain/duties";

/** Where each duty is done: the page it opens for the officer and their staff. */
export const screens: Partial<Record<`${Duty["role"]}_${number}`, string>> = {
  governor_1: "/province/teams",
  governor_2: "/imports",
  governor_3: "/announcements",
  governor_4: "/province/readiness",
  governor_5: "/settings",
  governor_7: "/reports",
  governor_6: "/province/agencies",
  district_chief_1: "/desk/places",
  district_chief_2: "/district/plan",
  district_chief_3: "/district/briefings",
  district_chief_4: "/district/officers",
  district_chief_5: "/district/receiving",
  district_chief_6: "/assign",
  district_chief_7: "/district/co-interviews",
  district_chief_8: "/district/supervision",
  district_chief_9: "/ministry",
  district_chief_10: "/reports",
  account_officer_1: "/calendar",
  account_officer_2: "/catalogue",
  account_officer_3: "/holders",
  account_officer_4: "/holders",
  account_officer_5: "/follow-ups",
  account_officer_6: "/reports",
};
