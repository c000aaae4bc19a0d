import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import { ExportFiles } from "@/app/parts/export-files";
import { exportFormats } from "@/domain/export-order";
import { linesAFile } from "@/domain/ministry";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { ExportRow } from "@/server/exports/queries";
import type { MinistryFileRow } from "@/server/ministry/files";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { ReturnForm } from "./return-form";

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
  today: string;
  /** The treasury has recorded how a return file is read. */
  reads: boolean;
};

/** All files that were made, and which can still be downloaded. */
export function FilesCard({ files, exports, districts, sends, today, reads }: Props) {
  const t = useTranslations("ministry");
  const words = useTranslations("words");
  return (
    <Card title={t("filesTitle")} sub={sends ? t("filesText") : undefined}>
      {exports.length > 0 && (
        <div className="mb-5">
          <ExportFiles files={exports} />
        </div>
      )}
      {sends && !reads && <p className="mb-2 text-soft">{t("returnNoFormat")}</p>}
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
            {file.returns.map((returned) => (
              <Returned key={returned.id} returned={returned} />
            ))}
            {sends && reads && (
              <Disclosure summary={t("returnRecord")}>
                <ReturnForm fileId={file.id} today={today} />
              </Disclosure>
            )}
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

/** How many rows are named; the others are counted. */
const rowsNamed = 20;

/** One answer of the Ministry: what it changed, and which rows could not be used. */
function Returned({ returned }: { returned: MinistryFileRow["returns"][number] }) {
  const t = useTranslations("ministry");
  const named = (rows: readonly number[]) => {
    const first = rows.slice(0, rowsNamed).join(", ");
    const more = rows.length - rowsNamed;
    return more > 0 ? t("returnRows", { rows: first, more }) : first;
  };
  const { accepted, bounced, unchanged } = returned;
  return (
    <div className="mt-2 rounded-card bg-leaf-tint px-4 py-2">
      <p className="font-semibold">
        {t("returned", { date: formatThaiDateShort(returned.answeredOn), accepted, bounced })}
      </p>
      {unchanged > 0 && <p className="text-sm">{t("returned_unchanged", { count: unchanged })}</p>}
      {(["unknown", "twice", "unclear"] as const)
        .filter((kind) => returned[kind].length > 0)
        .map((kind) => (
          <p key={kind} className="text-sm">
            {t(`returned_${kind}`, { count: returned[kind].length, rows: named(returned[kind]) })}
          </p>
        ))}
      <p className="break-words text-sm text-soft">
        {t("returnedBy", { name: returned.by, file: returned.fileName })}
      </p>
    </div>
  );
}
