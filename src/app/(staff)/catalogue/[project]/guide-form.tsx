import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { Writing } from "@/server/project-guides/queries";
import { Card } from "@/ui/card";

/** Begins with what holds today, so that a telephone is changed without writing the rest anew. */
export function GuideForm({ project, newest }: { project: string; newest: Writing | undefined }) {
  const t = useTranslations("catalogue");
  return (
    <Card>
      <CommandForm
        command="describeProject"
        fixed={{ project }}
        fields={[
          {
            name: "gives",
            kind: "long",
            label: t("guideGives"),
            hint: t("guideGivesHint"),
            initial: newest?.gives,
          },
          {
            name: "office",
            kind: "text",
            label: t("guideOfficeField"),
            initial: newest?.office ?? undefined,
          },
          {
            name: "phone",
            kind: "phone",
            label: t("guidePhone"),
            initial: newest?.phone ?? undefined,
          },
        ]}
        submit={t("guideSave")}
        then="/catalogue"
      />
    </Card>
  );
}
