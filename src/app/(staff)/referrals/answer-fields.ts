import { useTranslations } from "next-intl";
import type { FormField } from "@/app/forms/command-form";
import { type agencySteps, referralResults } from "@/domain/referral";

type AgencyStep = (typeof agencySteps)[number];

/** What an agency is asked about a referral: its answer, and what belongs to that answer. */
export function useAnswerFields(steps: readonly AgencyStep[]): FormField[] {
  const t = useTranslations("referrals");
  const when = (...is: AgencyStep[]) => ({ field: "step", is });
  return [
    {
      name: "step",
      kind: "choice",
      label: t("answerField"),
      choices: steps.map((step) => ({
        value: step,
        label: t(`step_${step}`),
        hint: t(`stepHint_${step}`),
      })),
    },
    ...(steps.includes("complete")
      ? [
          {
            name: "result",
            kind: "choice" as const,
            label: t("resultField"),
            choices: referralResults.map((result) => ({
              value: result,
              label: t(`result_${result}`),
            })),
            when: when("complete"),
          },
        ]
      : []),
    { name: "reason", sends: "words", kind: "text", label: t("reason"), when: when("refuse") },
    {
      name: "words",
      kind: "text",
      label: t("words"),
      when: when("accept", "wait_list", "begin", "complete"),
    },
    {
      name: "nextOn",
      kind: "date",
      label: t("nextOn"),
      hint: t("nextOnHint"),
      when: when("accept", "wait_list", "begin"),
    },
  ];
}
