import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/ui/link";

/** The link to the reader's notifications with the number of unread ones; visible at every screen width. */
export function BellLink({ unread }: { unread: number }) {
  const t = useTranslations("notifications");
  return (
    <Link
      href="/notifications"
      aria-label={unread > 0 ? t("bellUnread", { count: unread }) : t("bell")}
      className="inline-flex min-h-12 min-w-12 items-center justify-center keep gap-2 rounded-tag text-sm text-white hover:bg-white/15 lg:px-3"
    >
      <Bell aria-hidden size={20} className="shrink-0" />
      {unread > 0 && (
        <span className="figures rounded-tag bg-white px-2 font-semibold text-indigo">
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </Link>
  );
}
