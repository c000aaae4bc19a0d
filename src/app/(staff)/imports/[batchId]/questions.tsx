"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import type { ImportAnswers } from "@/domain/import/answers";
import type { ImportBatch } from "@/server/imports/queries";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ChoiceList } from "@/ui/choice-list";
import { Notice } from "@/ui/notice";
import { PlaceQuestions } from "./place-questions";
import { TitleQuestions } from "./title-questions";

export type Subdistricts = readonly { value: string; label: string }[];
type Props = { batch: ImportBatch; subdistricts: Subdistricts };

/** What the file leaves open, asked once for all its rows; nothing is guessed meanwhile. */
export function ImportQuestions({ batch, subdistricts }: Props) {
  const t = useTranslations("imports");
  const router = useRouter();
  const [answers, setAnswers] = useState<ImportAnswers>(batch.answers);
  const { send, pending, problem } = useCommand("checkImport");
  const [checking, setChecking] = useState(false);
  const choices = fileQuestions(batch);
  const { places, titles } = batch.asked;
  if (choices.length + places.length + titles.length === 0) return null;

  async function checkAgain(event: FormEvent) {
    event.preventDefault();
    const { id: batchId, areaChoices } = batch;
    const columns = batch.columns ?? {};
    const { ok } = await send({ batchId, columns, areaChoices, answers });
    // Stays pending until the page shows the progress.
    setChecking(ok);
    if (ok) router.refresh();
  }

  return (
    <Card title={t("questionsTitle")} sub={t("questionsSub")}>
      <form onSubmit={(event) => void checkAgain(event)} className="grid max-w-form gap-6">
        {problem && (
          <Notice kind="error" live>
            {problem}
          </Notice>
        )}
        {choices.map(({ field, rows, options }) => (
          <ChoiceList
            key={field}
            name={field}
            legend={t(`ask_${field}`, { count: rows })}
            hint={t(`askHint_${field}`)}
            columns={1}
            value={options.find(({ gives }) => given(answers, gives))?.label ?? ""}
            onChange={(event) => {
              const chosen = options.find(({ label }) => label === event.target.value);
              if (chosen) setAnswers({ ...answers, ...chosen.gives });
            }}
            choices={options.map(({ label }) => ({ value: label, label: t(label) }))}
          />
        ))}
        <PlaceQuestions {...{ places, subdistricts, answers, setAnswers }} />
        <TitleQuestions {...{ titles, answers, setAnswers }} />
        <div>
          <Button type="submit" tone="secondary" pending={pending || checking}>
            {t("questionsAction")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** The questions about whole columns that this file gives rise to, with how many rows each is about. */
function fileQuestions({ reasons, mended, asked, answers }: ImportBatch) {
  const questions = [
    {
      field: "dateOrder",
      rows: reasons.BIRTH_DATE_ORDER ?? 0,
      options: [
        { label: "answer_dateOrder_day_first", gives: { dateOrder: "day_first" } },
        { label: "answer_dateOrder_month_first", gives: { dateOrder: "month_first" } },
      ],
    },
    {
      field: "houseOrder",
      rows: mended.houseDate ?? 0,
      options: [
        { label: "answer_houseOrder_day_first", gives: { houseOrder: "day_first" } },
        { label: "answer_houseOrder_month_first", gives: { houseOrder: "month_first" } },
      ],
    },
    {
      field: "noneIsZero",
      rows: reasons.INCOME_NONE ?? 0,
      options: [
        { label: "answer_noneIsZero_yes", gives: { noneIsZero: true } },
        { label: "answer_noneIsZero_no", gives: { noneIsZero: false } },
      ],
    },
    {
      field: "dotThousands",
      rows: asked.dots,
      options: [
        { label: "answer_dotThousands_yes", gives: { dotThousands: true } },
        { label: "answer_dotThousands_no", gives: { dotThousands: false } },
      ],
    },
  ] as const;
  return questions.filter(({ field, rows }) => rows > 0 || answers[field] !== undefined);
}

/** Whether the answers have been given already. */
function given(answers: ImportAnswers, gives: ImportAnswers): boolean {
  return JSON.stringify({ ...answers, ...gives }) === JSON.stringify(answers);
}
