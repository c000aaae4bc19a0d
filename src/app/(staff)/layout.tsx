import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { RulesInWords } from "@/app/forms/rules-in-words";
import { SessionEnded } from "@/app/forms/session-ended";
import { mayEver } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { formatThaiDate } from "@/domain/thai-dates";
import { getFrame } from "@/server/home/queries";
import { scoped } from "@/server/scope";
import { findStation, requireActor } from "@/server/session";
import { SearchLink } from "@/ui/search-link";
import { Shell } from "@/ui/shell";
import { BellLink } from "./bell-link";
import { mainPagesOf } from "./main-pages";
import { SignOutButton } from "./sign-out-button";

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const frame = await scoped(actor, getFrame);
  const [t, words] = await Promise.all([getTranslations("shell"), getTranslations("words")]);
  const place = [
    frame.districts.map((name) => words("district", { name })).join(" "),
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
      links={mainPagesOf(actor.role).map(({ name, ...page }) => ({ ...page, label: t(name) }))}
    >
      <RulesInWords bySet={frame.faultWords} today={frame.today} holidays={frame.holidays}>
        <SessionEnded />
        {children}
      </RulesInWords>
    </Shell>
  );
}
