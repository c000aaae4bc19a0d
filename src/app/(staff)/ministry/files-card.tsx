import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { ExportFiles } from "@/app/parts/export-files";
import { exportFormats } from "@/domain/export-order";
import { linesAFile } from "@/domain/ministry";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { ExportRow } from "@/server/exports/queries";
import type { MinistryFileRow } from "@/server/ministry/queries";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";

/** Makes one file of what is unreported. */
export function BulkCard({ count }: { count: number }) {
  const t = useTranslations("ministry");
  if (count === 0)
    return (
      <Card title={t("bulkTitle")}>
        <EmptyState title={t("bulkNone")} />
      </Card>
    );
  return (
    <Card title={t("bulkTitle")}>
      <p className="mb-4 max-w-form">{t("bulkText", { count, most: linesAFile })}</p>
      <div className="max-w-form">
        <CommandForm
          name="bulk-"
          command="sendMinistryFile"
          fixed={{ expected: count }}
          fields={[
            {
              name: "format",
              kind: "choice",
              label: t("format"),
              choices: exportFormats.map((value) => ({ value, label: t(`format_${value}`) })),
              initial: "xlsx",
            },
          ]}
          submit={t("send", { count })}
        />
      </div>
    </Card>
  );
}

type Props = {
  files: readonly MinistryFileRow[];
  exports: readonly ExportRow[];
  districts: Record<string, string>;
  sends: boolean;
};

/** All files that were made, and which can still be downloaded. */
export function FilesCard({ files, exports, districts, sends }: Props) {
  const t = useTranslations("ministry");
  const words = useTranslations("words");
  return (
    <Card title={t("filesTitle")} sub={sends ? t("filesText") : undefined}>
      {exports.length > 0 && (
        <div className="mb-5">
          <ExportFiles files={exports} />
        </div>
      )}
      <ul className="divide-y divide-line">
        {files.map((file) => (
          <li key={file.id} className="py-3">
            <p>
              <strong>
                {t("fileNumber")} {file.number}
              </strong>{" "}
              {file.district
                ? words("district", { name: districts[file.district] ?? "" })
                : t("ofProvince")}{" "}
              · {t("total", { count: file.entries })} ·{" "}
              {t("reportedBy", { date: formatThaiDateShort(file.sentOn), name: file.by })}
            </p>
            <p className="break-all text-sm text-soft">
              {t("fileHash")} {file.sha256}
            </p>
            {sends && (
              <Disclosure summary={t("fileAgain")}>
                <CommandForm
                  name={`${file.id}-`}
                  command="requestMinistryFile"
                  fixed={{ fileId: file.id }}
                  fields={[
                    {
                      name: "format",
                      kind: "choice",
                      label: t("format"),
                      choices: exportFormats.map((value) => ({
                        value,
                        label: t(`format_${value}`),
                      })),
                      initial: "xlsx",
                    },
                  ]}
                  submit={t("fileAgain")}
                  tone="secondary"
                />
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
