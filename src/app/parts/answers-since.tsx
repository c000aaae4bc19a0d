import { useTranslations } from "next-intl";
import { formatThaiDate } from "@/domain/thai-dates";
import type { AnswerAfterDeath } from "@/server/visits/answers-after-death";

/** What somebody recorded as dead has answered since: when, where, and to whom. */
export function AnswersSince({ answers }: { answers: readonly AnswerAfterDeath[] }) {
  const t = useTranslations("visits");
  const words = useTranslations("words");
  return (
    <ul>
      {answers.map(({ answer, on, placeName, recordedBy }) => (
        <li key={`${on} ${answer}`}>
          {t("answeredSince", {
            answer: words(`answer_${answer}`),
            date: formatThaiDate(on),
            place: placeName ?? t("answeredInInterview"),
            by: recordedBy,
          })}
        </li>
      ))}
    </ul>
  );
}
