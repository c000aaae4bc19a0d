import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { Supervised } from "@/server/supervision/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { SupervisedTable } from "../../supervision/supervised-table";

/** One account officer as the chief sees them: figures, open drafts, last visits and contacts, and notes. */
export function OfficerView({ found }: { found: Supervised }) {
  const t = useTranslations("supervision");
  const { row, today } = found;
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/district/supervision">{t("title")}</Link>}
        title={t("officerHeadline", row)}
      />
      <div className="grid gap-5">
        <SupervisedTable rows={[row]} today={today} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Notes found={found} />
          <div className="grid gap-5">
            <Lines id="drafts" title={t("draftsTitle")} none={t("draftsNone")}>
              {found.drafts.map(({ id, name, since }) => ({
                key: id,
                id,
                name,
                note: t("since", { date: formatThaiDateShort(since) }),
              }))}
            </Lines>
            <Meetings found={found} />
          </div>
        </div>
      </div>
    </>
  );
}

function Meetings({ found }: { found: Supervised }) {
  const t = useTranslations("supervision");
  const words = useTranslations();
  const cameOf = (meeting: Supervised["meetings"][number]) => {
    if (meeting.what === "visit") return words(`caseFile.eventVisit_${meeting.outcome}`);
    if (meeting.what === "attempt")
      return words("followUps.eventAttempt", {
        outcome: words(`followUps.attempt_${meeting.outcome}`),
      });
    if (meeting.what !== "contact") return words(`day.workDone_${meeting.what}`);
    return words("followUps.event", { channel: words(`followUps.channel_${meeting.channel}`) });
  };
  return (
    <Lines id="meetings" title={t("meetingsTitle")} none={t("meetingsNone")}>
      {found.meetings.map((meeting) => ({
        key: `${meeting.what} ${meeting.id}`,
        ...meeting.person,
        note: `${formatThaiDateShort(meeting.on)} · ${cameOf(meeting)}`,
      }))}
    </Lines>
  );
}

type Line = { key: string; id: string; name: string; note: string };

function Lines({
  id,
  title,
  none,
  children,
}: {
  id: string;
  title: string;
  none: string;
  children: readonly Line[];
}) {
  return (
    <div id={id}>
      <Card title={title}>
        {children.length === 0 && <p className="text-soft">{none}</p>}
        <ul className="divide-y divide-line">
          {children.map(({ key, id: holder, name, note }) => (
            <li key={key} className="flex flex-wrap items-center justify-between gap-x-4">
              <Link href={`/holders/${holder}`} className="inline-flex min-h-12 items-center">
                {name}
              </Link>
              <span className="text-soft">{note}</span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function Notes({ found }: { found: Supervised }) {
  const t = useTranslations("supervision");
  const orders = useTranslations("orders");
  return (
    <Card title={t("notesTitle")}>
      {found.notes.length === 0 && <p className="mb-4 text-soft">{t("notesNone")}</p>}
      <ul className="mb-5 divide-y divide-line">
        {found.notes.map(({ id, words, recordedBy, recordedOn, acknowledgedOn, order }) => (
          <li key={id} className="py-3">
            <p>{words}</p>
            <p className="text-sm text-soft">
              {[
                t("noteBy", { ...recordedBy, date: formatThaiDateShort(recordedOn) }),
                order && orders("byOrder", { head: "district_chief", ...order }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <Tag tone={acknowledgedOn ? "done" : "due"}>
              {acknowledgedOn
                ? t("acknowledged", { date: formatThaiDateShort(acknowledgedOn) })
                : t("notAcknowledged")}
            </Tag>
          </li>
        ))}
      </ul>
      <CommandForm
        command="noteToOfficer"
        fixed={{ officerId: found.row.officerId }}
        fields={[{ name: "words", kind: "long", label: t("words") }]}
        submit={t("send")}
      />
    </Card>
  );
}
