import type { Question } from "@/domain/assessment/questions";
import { ErrorSummary } from "@/ui/error-summary";
import { useInterview } from "../hooks/interview-context";

/** What is wrong with the answers of one page, above them. */
export function QuestionErrors({ question, attempt }: { question: Question; attempt: number }) {
  const { errorOf } = useInterview();
  return (
    <div className="mb-5 empty:mb-0">
      <ErrorSummary
        attempt={attempt}
        errors={question.fields.flatMap((field) => {
          const message = errorOf(field);
          return message ? [{ field, message }] : [];
        })}
      />
    </div>
  );
}
