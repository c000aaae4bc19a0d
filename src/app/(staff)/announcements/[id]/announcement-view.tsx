import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { DecisionForm } from "@/app/forms/decision-form";
import { DoneForHead } from "@/app/parts/done-for-head";
import { OfficialPaperSheet } from "@/app/printed/official-paper";
import type { WrittenPaper } from "@/domain/official-paper";
import { formatThaiDate } from "@/domain/thai-dates";
import type { AnnouncementPage } from "@/server/announcements/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { Tag } from "@/ui/tag";
import { ReceiptsCard } from "./receipts-card";

type Props = {
  announcement: AnnouncementPage;
  letter: WrittenPaper;
  actorId: string;
  /** `DecisionForm`. */
  signsInFile: string | null;
  mayDecide: boolean;
  mayAcknowledge: boolean;
};

/** The announcement as a letter; beside it what can be done: decide, acknowledge, see who has acknowledged. */
export function AnnouncementView({
  announcement,
  letter,
  actorId,
  signsInFile,
  mayDecide,
  mayAcknowledge,
}: Props) {
  const t = useTranslations("announcements");
  const { versions, version, decision, districts } = announcement;
  const newest = versions.reduce((a, b) => (b.version > a.version ? b : a), announcement);
  const mine = districts[0];
  const replaced = newest.version > version;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] print:block">
      <div className="grid gap-4">
        {replaced && (
          <div data-screen-only>
            <Notice
              kind="warn"
              action={
                <Link
                  href={`/announcements/${newest.id}`}
                  className="inline-flex min-h-12 items-center"
                >
                  {t("openNewest")}
                </Link>
              }
            >
              {t("replacedNotice")}
            </Notice>
          </div>
        )}
        <OfficialPaperSheet
          back={{ href: "/announcements", label: t("title") }}
          {...letter}
          word={`kind=announcement&about=${announcement.id}`}
        />
      </div>
      <aside data-screen-only className="grid gap-5">
        <StateCard announcement={announcement} />
        {mayDecide && decision === "pending" && (
          <Card title={t("decisionTitle")}>
            <DecisionForm
              command="decideAnnouncement"
              fixed={{ announcementId: announcement.id }}
              own={announcement.preparedById === actorId}
              approveLabel={t("issue")}
              signsInFile={signsInFile}
              approving={[
                {
                  name: "letterNumber",
                  kind: "text",
                  label: t("letterNumber"),
                  hint: t("letterNumberHint"),
                },
              ]}
            />
          </Card>
        )}
        {mayAcknowledge && mine && !mine.acknowledgedOn && !replaced && (
          <Card title={t("acknowledge")} sub={t("acknowledgeText")}>
            <CommandForm
              command="acknowledgeAnnouncement"
              fixed={{ announcementId: announcement.id }}
              fields={[]}
              submit={t("acknowledge")}
              then="/announcements"
            />
          </Card>
        )}
        {decision === "approved" && <ReceiptsCard announcement={announcement} all={mayDecide} />}
        {versions.length > 1 && <VersionsCard announcement={announcement} />}
        {mayDecide && decision === "approved" && !replaced && (
          <LinkButton tone="secondary" href={`/announcements/new?replaces=${announcement.id}`}>
            {t("nextVersion")}
          </LinkButton>
        )}
      </aside>
    </div>
  );
}

function StateCard({ announcement }: { announcement: AnnouncementPage }) {
  const t = useTranslations("announcements");
  const { kind, version, decision, decidedBy, decidedOn, delegation, signedInFile } = announcement;
  return (
    <Card>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <Tag tone={decision === "approved" ? "done" : decision === "pending" ? "due" : "quiet"}>
          {t(`state_${decision}`)}
        </Tag>
        {t(`kind_${kind}`)} · {t("version", { version })}
      </p>
      <p className="text-sm text-soft">
        {t("preparedBy", {
          ...announcement.preparedBy,
          date: formatThaiDate(announcement.preparedOn),
        })}
      </p>
      {decidedBy && decision === "approved" && decidedOn && (
        <p className="text-sm text-soft">
          {t("issuedBy")}:{" "}
          <DoneForHead by={decidedBy} head="governor" order={delegation} inFile={signedInFile} />{" "}
          {t("issuedOn", { date: formatThaiDate(decidedOn) })}
        </p>
      )}
      {announcement.decisionNote && <p className="mt-2">{announcement.decisionNote}</p>}
    </Card>
  );
}

function VersionsCard({ announcement }: { announcement: AnnouncementPage }) {
  const t = useTranslations("announcements");
  return (
    <Card title={t("versions")}>
      <ul className="divide-y divide-line">
        {announcement.versions.map(({ id, version, decidedOn }) => (
          <li key={id} className="py-1">
            {id === announcement.id ? (
              <span className="inline-flex min-h-12 items-center">
                {t("version", { version })} · {t("thisVersion")}
              </span>
            ) : (
              <Link href={`/announcements/${id}`} className="inline-flex min-h-12 items-center">
                {t("version", { version })}
                {decidedOn && ` · ${t("issuedOn", { date: formatThaiDate(decidedOn) })}`}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
