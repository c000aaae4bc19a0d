import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { type InquiryKind, inquiryChannels, inquiryKinds } from "@/domain/inquiry";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

type Props = {
  person: { id: string; name: string; phone: string | null } | null;
  /** What it is about, where the page before knows it. */
  kind: InquiryKind | null;
  today: string;
  owners: readonly { id: string; name: string; position: string }[];
  days: number;
  actorId: string;
  /** The page to return to: the file it concerns, or the list. */
  back: string;
};

/** One inquiry, written down while the person waits: the subject, their words, who asks, who answers. */
export function InquiryForm({ person, kind, today, owners, days, actorId, back }: Props) {
  const t = useTranslations("inquiries");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={person && t("newAbout", { name: person.name })}
        title={t("newTitle")}
        sub={t("newSub", { days })}
      />
      <CommandForm
        command="recordInquiry"
        fixed={{ holderId: person?.id ?? null }}
        submit={t("save")}
        then={back}
        aside={
          <LinkButton href={back} tone="secondary">
            {t("back")}
          </LinkButton>
        }
        fields={[
          {
            name: "kind",
            kind: "choice",
            label: t("kind"),
            initial: kind ?? undefined,
            choices: inquiryKinds.map((value) => ({ value, label: t(`kind_${value}`) })),
          },
          { name: "words", kind: "long", label: t("words"), hint: t("wordsHint") },
          { name: "fromName", kind: "text", label: t("from"), initial: person?.name },
          {
            name: "fromPhone",
            kind: "phone",
            label: t("fromPhone"),
            initial: person?.phone ?? undefined,
          },
          {
            name: "channel",
            kind: "choice",
            label: t("channel"),
            initial: "counter",
            choices: inquiryChannels.map((value) => ({ value, label: t(`channel_${value}`) })),
          },
          { name: "receivedOn", kind: "date", label: t("receivedOn"), initial: today },
          {
            name: "ownerId",
            kind: "select",
            label: t("owner"),
            initial: owners.some(({ id }) => id === actorId) ? actorId : undefined,
            choices: owners.map(({ id, name, position }) => ({
              value: id,
              label: `${name} (${position})`,
            })),
          },
        ]}
      />
    </div>
  );
}
