import type { Role } from "@/domain/policy";
import type { NavLink } from "@/ui/nav-links";

type LinkName =
  | "home"
  | "holders"
  | "day"
  | "calendar"
  | "desk"
  | "district"
  | "province"
  | "nation"
  | "imports"
  | "referrals"
  | "catalogue"
  | "interpretations"
  | "menu";

const addresses: Record<LinkName, { href: string; icon: NavLink["icon"] }> = {
  home: { href: "/", icon: "home" },
  holders: { href: "/holders", icon: "people" },
  day: { href: "/day", icon: "day" },
  calendar: { href: "/calendar", icon: "calendar" },
  desk: { href: "/desk", icon: "desk" },
  district: { href: "/district", icon: "figures" },
  province: { href: "/province", icon: "figures" },
  nation: { href: "/nation", icon: "figures" },
  imports: { href: "/imports", icon: "intake" },
  referrals: { href: "/referrals", icon: "desk" },
  catalogue: { href: "/catalogue", icon: "book" },
  interpretations: { href: "/interpretations", icon: "rules" },
  menu: { href: "/menu", icon: "menu" },
};

/** The pages each role uses most, and the way to all others. */
const linksOf: Record<Role, readonly LinkName[]> = {
  governor: ["home", "province", "holders", "catalogue", "menu"],
  provincial_officer: ["home", "province", "holders", "imports", "menu"],
  district_chief: ["home", "district", "holders", "catalogue", "menu"],
  district_secretary: ["home", "district", "holders", "desk", "menu"],
  receiving_officer: ["home", "desk", "catalogue", "menu"],
  account_officer: ["home", "day", "calendar", "holders", "menu"],
  agency_officer: ["home", "referrals", "catalogue", "interpretations", "menu"],
  administrator: ["home", "catalogue", "interpretations", "menu"],
  national_reader: ["home", "nation", "menu"],
  link_bearer: [],
};

/** The pages of a role's navigation bar, in its order. */
export function mainPagesOf(role: Role) {
  return linksOf[role].map((name) => ({ name, ...addresses[name] }));
}
