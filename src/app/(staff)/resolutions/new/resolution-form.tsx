import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { projectAgencies, projectAgencyCodes } from "@/domain/agencies";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";

type Props = {
  today: string;
  owners: readonly { id: string; name: string; position: string }[];
};

/** One matter of a meeting: what, who, until when. */
export function ResolutionForm({ today, owners }: Props) {
  const t = useTranslations("resolutions");
  return (
    <div className="max-w-form">
      <PageHeading title={t("newTitle")} sub={t("newSub")} />
      <CommandForm
        command="recordResolution"
        submit={t("save")}
        then="/resolutions"
        aside={
          <LinkButton href="/resolutions" tone="secondary">
            {t("back")}
          </LinkButton>
        }
        fields={[
          { name: "metOn", kind: "date", label: t("metOn"), initial: today },
          { name: "matter", kind: "long", label: t("matter"), hint: t("matterHint") },
          {
            name: "owner",
            kind: "select",
            label: t("owner"),
            hint: t("ownerHint"),
            choices: [
              ...owners.map(({ id, name, position }) => ({
                value: id,
                label: `${name} (${position})`,
              })),
              ...projectAgencyCodes.map((code) => ({
                value: code,
                label: projectAgencies[code].full,
              })),
            ],
          },
          { name: "dueOn", kind: "date", label: t("dueOn") },
        ]}
      />
    </div>
  );
}
