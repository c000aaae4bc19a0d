import { useTranslations } from "next-intl";
import type { AskedField, FieldOf, FormField } from "@/app/forms/form-field";
import { type agencySteps, referralResults } from "@/domain/referral";

type AgencyStep = (typeof agencySteps)[number];

/** A question of both commands: the agency's own, and that of a one-time link. */
type AnswerName = FieldOf<"answerReferrals"> & FieldOf<"answerByLink">;
type AnswerField = AskedField &
  ({ name: AnswerName; sends?: undefined } | { name: string; sends: AnswerName });

/** What an agency is asked in its own list; also the result of a completed referral. */
export function useAgencyAnswerFields(
  steps: readonly AgencyStep[],
): FormField<"answerReferrals">[] {
  const t = useTranslations("referrals");
  const [answer, ...rest] = useAnswerFields(steps);
  const result: FormField<"answerReferrals"> = {
    name: "result",
    kind: "choice",
    label: t("resultField"),
    choices: referralResults.map((value) => ({ value, label: t(`result_${value}`) })),
    when: { field: "step", is: ["complete"] satisfies AgencyStep[] },
  };
  return [answer, ...(steps.includes("complete") ? [result] : []), ...rest];
}

/** What an agency is asked about a referral: its answer, and what belongs to that answer. */
export function useAnswerFields(
  steps: readonly AgencyStep[],
): [answer: AnswerField, ...rest: AnswerField[]] {
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
