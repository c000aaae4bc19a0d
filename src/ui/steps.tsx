import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/ui/link";

export type StepItem = {
  /** The duty. */
  title: string;
  /** The clinic's word beside it. */
  sub: string;
  state: "done" | "current" | "ahead";
  href?: string;
};

const words = { done: "stepDone", current: "stepCurrent", ahead: "stepAhead" } as const;
const marks: Record<StepItem["state"], string> = {
  done: "border-leaf bg-leaf-tint text-leaf",
  current: "border-indigo bg-indigo text-white",
  ahead: "border-edge bg-card text-soft",
};
const bars: Record<StepItem["state"], string> = {
  done: "bg-leaf",
  current: "bg-indigo",
  ahead: "bg-line",
};

/** Numbered steps in a column; below 768 px four bars, with the current step in words under them. */
export function Steps({ label, steps }: { label: string; steps: readonly StepItem[] }) {
  const t = useTranslations("kit");
  return (
    <nav aria-label={label}>
      <ol className="flex gap-2 md:flex-col md:gap-4">
        {steps.map((step, index) => (
          <li
            key={step.title}
            className="flex-1"
            aria-current={step.state === "current" ? "step" : undefined}
          >
            <StepLink step={step}>
              <span
                aria-hidden
                className={`block h-1.5 rounded-tag md:hidden ${bars[step.state]}`}
              />
              <span
                aria-hidden
                className={`hidden size-9 shrink-0 items-center justify-center rounded-tag border-2 font-bold md:flex ${marks[step.state]}`}
              >
                {step.state === "done" ? <Check size={20} /> : index + 1}
              </span>
              <span className="max-md:sr-only">
                <strong
                  className={`block text-balance leading-snug ${step.state === "ahead" ? "text-soft" : "text-ink"}`}
                >
                  {step.title}
                </strong>
                <span className="text-sm text-soft">{step.sub}</span>
                <span className="sr-only"> ({t(words[step.state])})</span>
              </span>
            </StepLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepLink({ step, children }: { step: StepItem; children: ReactNode }) {
  const shape = "block md:flex md:min-h-12 md:items-start md:gap-3";
  if (!step.href) return <div className={shape}>{children}</div>;
  return (
    <Link href={step.href} className={`${shape} max-md:-my-6 max-md:py-6 no-underline`}>
      {children}
    </Link>
  );
}
