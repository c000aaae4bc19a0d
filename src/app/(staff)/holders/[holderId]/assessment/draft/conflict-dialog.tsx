"use client";

import { useTranslations } from "next-intl";
import { useTimeOfDay } from "@/app/forms/use-time-of-day";
import type { Answers } from "@/domain/assessment";
import { questions } from "@/domain/assessment/questions";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { type AnswerPhrases, answerWords } from "../hooks/answer-words";
import type { Words } from "../hooks/use-words";
import type { StandingDraft } from "./form-values";

type Props = {
  mine: Answers;
  standing: StandingDraft | null;
  words: Words;
  phrases: AnswerPhrases;
  onKeepMine: (standing: StandingDraft | null) => void;
  onTakeTheirs: (standing: StandingDraft | null) => void;
};

/** Two devices changed the same draft: shows where they differ and lets the officer choose which one to keep. */
export function ConflictDialog({
  mine,
  standing,
  words,
  phrases,
  onKeepMine,
  onTakeTheirs,
}: Props) {
  const t = useTranslations("assessment");
  const form = useTranslations("form");
  const timeOf = useTimeOfDay();
  const theirs = standing?.answers ?? {};
  const differing = questions.flatMap((question) => {
    const [left, right] = [mine, theirs].map((answers) =>
      answerWords(question, answers, words, phrases).join(", "),
    );
    return left === right ? [] : [{ question, left, right }];
  });
  return (
    <Dialog
      title={form("draftConflict")}
      isOpen
      mustAnswer
      onOpenChange={() => undefined}
      actions={
        <>
          <Button tone="secondary" onClick={() => onTakeTheirs(standing)}>
            {t("conflictTakeTheirs")}
          </Button>
          <Button onClick={() => onKeepMine(standing)}>{t("conflictKeepMine")}</Button>
        </>
      }
    >
      <p>{standing ? t("conflictText") : t("conflictGone")}</p>
      <table className="mt-3 w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-line text-left align-top">
            <th className="py-2 pr-2">{t("conflictQuestion")}</th>
            <th className="py-2 pr-2">{t("conflictMine")}</th>
            <th className="py-2">
              {standing
                ? t("conflictTheirs", { time: timeOf(standing.savedAt) })
                : t("conflictEmpty")}
            </th>
          </tr>
        </thead>
        <tbody>
          {differing.map(({ question, left, right }) => (
            <tr key={question.id} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-2 text-left font-normal text-soft">
                {words.formal(question.id)}
              </th>
              <td className="py-2 pr-2">{left}</td>
              <td className="py-2">{right}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
