import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { headRoleOf } from "@/domain/delegation";
import { dutyRoleOf } from "@/domain/duties";
import { mayEver } from "@/domain/policy";
import { requireActor } from "@/server/session";
import { DutiesView } from "./duties-view";

export async function generateMetadata() {
  return { title: (await getTranslations("duties"))("title") };
}

export default async function DutiesPage() {
  const actor = await requireActor();
  const role = dutyRoleOf(actor.role);
  if (!role) notFound();
  const team = actor.districtCode &&
    mayEver(actor, "team.view") && {
      href: `/province/teams/${actor.districtCode}`,
      label: (await getTranslations("teams"))("own"),
    };
  const announcements = mayEver(actor, "announcement.read") && {
    href: "/announcements",
    label: (await getTranslations("announcements"))("title"),
  };
  const orders = (mayEver(actor, "delegation.keep") || headRoleOf(actor.role)) && {
    href: "/orders",
    label: (await getTranslations("orders"))("title"),
  };
  const more = [team, announcements, orders].flatMap((door) => door || []);
  return <DutiesView role={role} more={more} />;
}
