import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { FieldChoice, FormField } from "@/app/forms/form-field";
import { announcementKinds } from "@/domain/announcement";
import type { Lack } from "@/domain/readiness";
import type { AnnouncementPage } from "@/server/announcements/queries";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

type Props = {
  /** The version that this one replaces. */
  earlier: AnnouncementPage | null;
  districts: readonly FieldChoice[];
  /** The one district that it is about, and what that district lacks. */
  about: FieldChoice | undefined;
  lack: Lack | undefined;
};

type Field = FormField<"prepareAnnouncement">;

/** The form of an announcement, begun with what is known. */
export function NewAnnouncement(props: Props) {
  const { earlier } = props;
  const t = useTranslations("announcements");
  const said = useSaid(props);
  const to = useTo(props);
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={<Link href="/announcements">{t("title")}</Link>}
        title={earlier ? t("replaceTitle", { title: earlier.title }) : t("newTitle")}
        sub={earlier ? t("replaceSub") : t("newSub")}
      />
      <CommandForm
        command="prepareAnnouncement"
        fixed={{ replacesId: earlier?.id ?? null }}
        fields={[...said, ...to]}
        submit={t("submit")}
        then="/announcements"
      />
    </div>
  );
}

/** What it says: of what kind, under which subject, in which words. */
function useSaid({ earlier, about, lack }: Props): Field[] {
  const t = useTranslations("announcements");
  const readiness = useTranslations("readiness");
  const instruction = lack && about && readiness(`instruct_${lack}`, { name: about.label });
  return [
    {
      name: "kind",
      kind: "choice",
      label: t("kind"),
      choices: announcementKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) })),
      initial: earlier?.kind ?? (about ? "instruction" : undefined),
    },
    { name: "title", kind: "text", label: t("subject"), initial: earlier?.title ?? instruction },
    { name: "body", kind: "long", label: t("body"), hint: t("bodyHint"), initial: earlier?.body },
  ];
}

/** Whom it reaches: every district, or some. */
function useTo({ earlier, districts, about }: Props): Field[] {
  const t = useTranslations("announcements");
  const before = earlier?.districts.map(({ districtCode }) => districtCode) ?? [];
  const toAll = !about && (!earlier || before.length === districts.length);
  const chosen = about ? [about.value] : before;
  return [
    {
      name: "to",
      kind: "choice",
      label: t("to"),
      choices: [
        { value: "all", label: t("to_all") },
        { value: "chosen", label: t("to_chosen") },
      ],
      initial: toAll ? "all" : "chosen",
    },
    {
      name: "districts",
      kind: "choices",
      label: t("districts"),
      choices: districts,
      initial: toAll ? [] : chosen,
      when: { field: "to", is: ["chosen"] },
    },
  ];
}
