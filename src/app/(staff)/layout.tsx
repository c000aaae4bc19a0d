import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RulesInWords } from "@/app/forms/rules-in-words";
import { mayEver, type Role } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate } from "@/domain/thai-dates";
import { getFrame } from "@/server/home/queries";
import { scoped } from "@/server/scope";
import { findStation, requireActor } from "@/server/session";
import type { NavLink } from "@/ui/nav-links";
import { SearchLink } from "@/ui/search-link";
import { Shell } from "@/ui/shell";
import { BellLink } from "./bell-link";
import { SignOutButton } from "./sign-out-button";

type LinkName =
  | "home"
  | "holders"
  | "calendar"
  | "desk"
  | "district"
  | "province"
  | "imports"
  | "referrals"
  | "catalogue"
  | "interpretations"
  | "menu";

const addresses: Record<LinkName, { href: string; icon: NavLink["icon"] }> = {
  home: { href: "/", icon: "home" },
  holders: { href: "/holders", icon: "people" },
  calendar: { href: "/calendar", icon: "calendar" },
  desk: { href: "/desk", icon: "desk" },
  district: { href: "/district", icon: "figures" },
  province: { href: "/province", icon: "figures" },
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
  account_officer: ["home", "calendar", "holders", "catalogue", "menu"],
  agency_officer: ["home", "referrals", "catalogue", "interpretations", "menu"],
  administrator: ["home", "catalogue", "interpretations", "menu"],
  link_bearer: [],
};

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const frame = await scoped(actor, getFrame);
  const [t, words] = await Promise.all([getTranslations("shell"), getTranslations("words")]);
  const place = [
    frame.district && words("district", { name: frame.district }),
    frame.province && provinceNamed(frame.province),
  ].filter(Boolean);
  return (
    <Shell
      brand={{ label: t("brand"), href: "/" }}
      place={place.join(" · ")}
      date={
        frame.demo
          ? t("demoDate", { date: formatThaiDate(frame.today) })
          : formatThaiDate(frame.today)
      }
      who={{
        name: actor.name,
        role: frame.codes.length > 0 ? `AO ${frame.codes.join(", ")}` : actor.position,
      }}
      search={
        mayEver(actor, "holder.search") ? (
          <SearchLink
            href={actor.role === "receiving_officer" ? "/desk" : "/search"}
            label={t("search")}
          />
        ) : undefined
      }
      saved={frame.unread === null ? undefined : <BellLink unread={frame.unread} />}
      signOut={<SignOutButton station={(await findStation()) !== null} />}
      links={linksOf[actor.role].map((name) => ({ ...addresses[name], label: t(name) }))}
    >
      <RulesInWords bySet={frame.faultWords} today={frame.today}>
        {children}
      </RulesInWords>
    </Shell>
  );
}
