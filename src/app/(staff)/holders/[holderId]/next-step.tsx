import { useTranslations } from "next-intl";
import { Link } from "@/ui/link";
import type { StepWords } from "./step-words";

/** The top line of a person's file: what to do next. */
export function NextStepLine({ text, urgent, other }: StepWords & { urgent: boolean }) {
  const t = useTranslations("caseFile");
  return (
    <p
      className={`mt-4 flex flex-wrap items-center justify-between gap-x-4 rounded-card px-4 py-3 ${urgent ? "bg-amber-tint" : "bg-leaf-tint"}`}
    >
      <span>
        <strong>{t("next")}</strong> {text}
      </span>
      {other && (
        <Link href={other.href} data-screen-only className="inline-flex min-h-12 items-center">
          {other.label}
        </Link>
      )}
    </p>
  );
}
