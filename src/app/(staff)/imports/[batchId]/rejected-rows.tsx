"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import type { ImportAnswers } from "@/domain/import/answers";
import type { ColumnChoice } from "@/domain/import/columns";
import { Button } from "@/ui/button";
import { DataTable } from "@/ui/data-table";
import { Notice } from "@/ui/notice";

export type RejectedItem = {
  rowNumber: number;
  name: string;
  reason: string;
  mend: string;
  candidates: { code: string; label: string }[];
};

type Props = {
  batchId: string;
  columns: ColumnChoice;
  answers: ImportAnswers;
  /** Areas chosen earlier: row number → code. */
  chosen: Record<string, string>;
  choosable: boolean;
  rows: RejectedItem[];
};

/** Rows that could not be imported; here one of two areas of the same name can be chosen, never an ID. */
export function RejectedRows({ batchId, columns, answers, chosen, choosable, rows }: Props) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [choices, setChoices] = useState<Record<string, string>>({});
  const { send, pending, problem } = useCommand("checkImport");
  const [checking, setChecking] = useState(false);
  const count = Object.keys(choices).length;

  function choose(row: number, code: string) {
    const { [row]: earlier, ...others } = choices;
    // A second click removes the choice.
    setChoices(earlier === code ? others : { ...others, [row]: code });
  }

  async function checkAgain() {
    const { ok } = await send({
      batchId,
      columns,
      answers,
      areaChoices: { ...chosen, ...choices },
    });
    // Stays pending until the page shows the progress.
    setChecking(ok);
    if (ok) router.refresh();
  }

  return (
    <>
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      <DataTable
        caption={t("rejected")}
        captionHidden
        rows={rows}
        rowKey={({ rowNumber }) => String(rowNumber)}
        columns={[
          {
            key: "row",
            header: t("columnRow"),
            cell: ({ rowNumber }) => rowNumber.toLocaleString("en-US"),
          },
          { key: "name", header: t("columnName"), cell: ({ name }) => name || "–" },
          { key: "reason", header: t("columnReason"), cell: ({ reason }) => reason },
          {
            key: "mend",
            header: t("columnMend"),
            cell: (item) =>
              choosable && item.candidates.length > 0 ? (
                <AreaButtons
                  item={item}
                  value={choices[item.rowNumber]}
                  onChoose={(code) => choose(item.rowNumber, code)}
                />
              ) : (
                <span className="text-soft">{item.mend}</span>
              ),
          },
        ]}
      />
      {choosable && Object.keys(chosen).length > 0 && (
        <p className="mt-3 text-soft">{t("chosenSome", { count: Object.keys(chosen).length })}</p>
      )}
      {count > 0 && (
        <div className="mt-4">
          <Button tone="secondary" pending={pending || checking} onClick={() => void checkAgain()}>
            {t("chooseAgain", { count })}
          </Button>
        </div>
      )}
    </>
  );
}

type AreaProps = {
  item: RejectedItem;
  value?: string | undefined;
  onChoose: (code: string) => void;
};

function AreaButtons({ item, value, onChoose }: AreaProps) {
  const t = useTranslations("imports");
  const label = t("ambiguousRow", { row: item.rowNumber, name: item.name });
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{label}</legend>
      {item.candidates.map(({ code, label }) => (
        <button
          key={code}
          type="button"
          aria-pressed={value === code}
          onClick={() => onChoose(code)}
          className="keep min-h-12 rounded-tag border border-edge bg-quiet-tint px-4 font-semibold aria-pressed:border-indigo aria-pressed:bg-indigo aria-pressed:text-white"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
