import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Notifications } from "@/server/notifications/queries";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { MarkAllButton, ReadingLink } from "./reading";

type Line = Notifications["rows"][number];

/** What concerns the reader, one line each, day by day; new lines are marked. */
export function NotificationsView({ notifications }: { notifications: Notifications }) {
  const t = useTranslations("notifications");
  const { today, unread, rows, full, email } = notifications;
  const [newest] = rows;
  const days = new Map<string, Line[]>();
  for (const row of rows) days.set(row.on, [...(days.get(row.on) ?? []), row]);
  return (
    <div className="max-w-form">
      <PageHeading
        title={unread > 0 ? t("title", { count: unread }) : t("titleNone")}
        sub={t("sub")}
        actions={unread > 0 && newest && <MarkAllButton until={newest.at} />}
      />
      {rows.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      <div className="grid gap-6">
        {[...days].map(([day, lines]) => (
          <section key={day} aria-label={formatThaiDate(day)} data-keep-together>
            <h2 className="mb-2 text-lg">{day === today ? t("today") : formatThaiDate(day)}</h2>
            <ul className="divide-y divide-line rounded-card border border-line bg-card">
              {lines.map((line) => (
                <NotificationLine key={line.id} line={line} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <section aria-labelledby="digest" data-screen-only className="mt-8">
        <h2 id="digest" className="mb-2 text-lg">
          {t("digestTitle")}
        </h2>
        <CommandForm
          command="setMyEmail"
          fields={[
            {
              name: "email",
              kind: "text",
              label: t("digestEmail"),
              hint: t("digestHint"),
              initial: email ?? "",
            },
          ]}
          submit={t("digestSave")}
          tone="secondary"
        />
      </section>
      {full && <p className="mt-4 text-soft">{t("more", { count: rows.length })}</p>}
    </div>
  );
}

function NotificationLine({ line }: { line: Line }) {
  const t = useTranslations("notifications");
  const { id, kind, href, detail, person, by, at, read } = line;
  const under = [person, detail, by && t("by", { name: by })].filter(Boolean).join(" · ");
  return (
    <li>
      <ReadingLink id={id} href={href} until={at} read={read}>
        <span className="min-w-0">
          <span className={`block ${read ? "" : "font-semibold"}`}>{t(`kind_${kind}`)}</span>
          {under && <span className="block text-sm text-soft">{under}</span>}
        </span>
        {!read && <Tag tone="selected">{t("unread")}</Tag>}
      </ReadingLink>
    </li>
  );
}
