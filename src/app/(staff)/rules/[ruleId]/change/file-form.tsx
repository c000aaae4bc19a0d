import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import type { ChangeProps } from "./fields";
import { SendRuleFile } from "./send-rule-file";

/** The whole set as a file that was reviewed, for what no form takes. */
export function FileForm({ version: { id } }: ChangeProps) {
  const t = useTranslations("rules");
  return (
    <Card title={t("change_file")} sub={t("fileNote")}>
      <p>
        <a href={`/api/rules/${id}`} className="inline-flex min-h-12 items-center">
          {t("download")}
        </a>
      </p>
      <SendRuleFile draftId={id} />
    </Card>
  );
}
