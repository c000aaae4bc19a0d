"use client";

import { useTranslations } from "next-intl";
import { type Answers, type InterviewContext, steps } from "@/domain/assessment";
import { type Question, stepsDone } from "@/domain/assessment/questions";
import { Steps } from "@/ui/steps";

type Props = { at: Question | null; answers: Answers; context: InterviewContext };

/** The four steps of the interview as a progress bar; a step is done when its questions are answered. */
export function InterviewSteps({ at, answers, context }: Props) {
  const t = useTranslations("assessment");
  const progress = stepsDone(answers, context);
  return (
    <Steps
      label={t("stepsLabel")}
      steps={steps.map((step, index) => {
        const { asked, answered } = progress[index] ?? { asked: 0, answered: 0 };
        const done = asked > 0 && answered === asked;
        return {
          title: t(`step_${step}`),
          sub: t(`clinic_${step}`),
          state: at?.step === step ? "current" : done ? "done" : "ahead",
        };
      })}
    />
  );
}
