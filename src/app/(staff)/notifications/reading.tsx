"use client";

import { CheckCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { sendCommand } from "@/app/forms/send-command";
import { useCommand } from "@/app/forms/use-command";
import { Button } from "@/ui/button";
import { Link } from "@/ui/link";

type Props = { id: string; href: string; until: string; read: boolean; children: ReactNode };

/** Opens the page of a notification and marks it as read. */
export function ReadingLink({ id, href, until, read, children }: Props) {
  return (
    <Link
      href={href}
      onClick={() => {
        // The page does not wait for this: a line that stays unread is only shown again.
        if (!read)
          void sendCommand(
            "markNotificationsRead",
            { notificationId: id, until },
            crypto.randomUUID(),
          );
      }}
      className="flex min-h-12 items-center justify-between gap-4 px-4 py-3 text-ink no-underline hover:bg-indigo-tint"
    >
      {children}
    </Link>
  );
}

/** Marks everything on the page as read. */
export function MarkAllButton({ until }: { until: string }) {
  const t = useTranslations("notifications");
  const router = useRouter();
  const { send, pending } = useCommand("markNotificationsRead");
  return (
    <Button
      type="button"
      tone="secondary"
      icon={CheckCheck}
      pending={pending}
      onClick={async () => {
        await send({ notificationId: null, until });
        router.refresh();
      }}
    >
      {t("markAll")}
    </Button>
  );
}
