"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import type { ImportAnswers } from "@/domain/import/answers";
import {
  type ColumnChoice,
  type ListField,
  listFields,
  missingFields,
} from "@/domain/import/columns";
import { maskNationalId, normalizeNationalId } from "@/domain/national-id";
import { toArabicDigits } from "@/domain/thai";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { ErrorSummary } from "@/ui/error-summary";
import { Select } from "@/ui/select";

type Props = {
  batchId: string;
  header: readonly string[];
  columns: ColumnChoice;
  answers: ImportAnswers;
  sample: readonly string[][];
};

/** Which column holds which field: guessed or remembered, shown with the values of the first rows. */
export function ColumnsForm({ batchId, header, columns: guessed, answers, sample }: Props) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [columns, setColumns] = useState(guessed);
  const { send: check, pending: sending, problem } = useCommand("checkImport");
  const [checking, setChecking] = useState(false);
  const [errors, setErrors] = useState<{ field: string; message: string }[]>([]);
  const [attempt, setAttempt] = useState(0);

  function faults() {
    const needed = missingFields(columns).map((field) => ({
      field,
      message: t("columnsNeeded", { field: t(`field_${field}`) }),
    }));
    const used = Object.entries(columns);
    const twice = used.filter(([field, column], place) =>
      used.some(([other, same], earlier) => earlier < place && same === column && other !== field),
    );
    return [...needed, ...twice.map(([field]) => ({ field, message: t("columnsTwice") }))];
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    const wrong = faults();
    setErrors(wrong);
    setAttempt((count) => count + 1);
    if (wrong.length > 0) return;
    const { ok } = await check({ batchId, columns, answers });
    // Stays pending until the page shows the progress.
    setChecking(ok);
    if (ok) router.refresh();
  }

  function choose(field: ListField, value: string) {
    const { [field]: _, ...others } = columns;
    setColumns(value === "" ? others : { ...others, [field]: Number(value) });
  }

  const choices = header.map((name, column) => ({
    value: String(column),
    label: `${column + 1}. ${name}`,
  }));
  const samplesOf = (field: ListField) => {
    const column = columns[field];
    const cells = column === undefined ? [] : sample.map((row) => row[column] ?? "");
    const texts = cells.filter(Boolean).map(masked);
    return texts.length > 0 ? t("columnsSample", { sample: texts.join(" · ") }) : undefined;
  };
  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-5">
      <ErrorSummary errors={problem ? [{ message: problem }] : errors} attempt={attempt} />
      <Disclosure
        summary={
          missingFields(guessed).length === 0
            ? t("columnsGuessed", { count: Object.keys(guessed).length })
            : t("columnsIncomplete")
        }
        open={missingFields(guessed).length > 0 || errors.length > 0}
      >
        <div className="grid gap-5">
          {listFields.map((field) => (
            <Select
              key={field}
              name={field}
              label={t(`field_${field}`)}
              hint={samplesOf(field)}
              error={errors.find((error) => error.field === field)?.message}
              placeholder={t("columnsNone")}
              choices={choices}
              value={String(columns[field] ?? "")}
              onChange={(event) => choose(field, event.target.value)}
            />
          ))}
        </div>
      </Disclosure>
      <ActionBar>
        <Button type="submit" pending={sending || checking}>
          {t("columnsAction")}
        </Button>
      </ActionBar>
    </form>
  );
}

/** The shape of its numbers is enough to recognise a column; full IDs and telephones need not be on the screen. */
function masked(text: string): string {
  const id = normalizeNationalId(text);
  if (/^\d{13}$/.test(id)) return maskNationalId(id.slice(-4));
  const digits = toArabicDigits(text).replace(/[\s().+-]/g, "");
  return /^\d{8,12}$/.test(digits) ? `${"x".repeat(digits.length - 4)}${digits.slice(-4)}` : text;
}
