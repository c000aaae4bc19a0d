import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { LinkList } from "@/ui/link-list";

/** Links to what the governor does: readiness, teams, announcements, agencies, settings, orders. */
export function ProvinceWork() {
  const readiness = useTranslations("readiness");
  const doors = [
    { href: "/province/decisions", label: readiness("decisionsTitle") },
    { href: "/province/readiness", label: readiness("title") },
    { href: "/province/teams", label: useTranslations("teams")("title") },
    { href: "/announcements", label: useTranslations("announcements")("title") },
    { href: "/province/agencies", label: useTranslations("agencyTasks")("title") },
    { href: "/settings", label: useTranslations("settings")("title") },
    { href: "/orders", label: useTranslations("orders")("title") },
  ];
  return (
    <nav data-screen-only aria-label={readiness("work")}>
      <Card title={readiness("work")}>
        <LinkList links={doors} layout="four" />
      </Card>
    </nav>
  );
}
