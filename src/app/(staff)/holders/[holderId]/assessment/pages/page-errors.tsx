import type { Question } from "@/domain/assessment/questions";
import { ErrorSummary } from "@/ui/error-summary";
import { useInterview } from "../hooks/interview-context";

/** What is wrong with the answers of one page, above them, each by the name of its field. */
export function PageErrors({ page, attempt }: { page: readonly Question[]; attempt: number }) {
  const { errorOf, words } = useInterview();
  return (
    <div className="mb-5 empty:mb-0">
      <ErrorSummary
        attempt={attempt}
        errors={page
          .flatMap(({ fields }) => fields)
          .flatMap((field) => {
            const message = errorOf(field);
            return message ? [{ field, message: `${words.field(field)}: ${message}` }] : [];
          })}
      />
    </div>
  );
}
