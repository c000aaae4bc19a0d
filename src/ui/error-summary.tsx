"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";

type Props = {
  /** One entry per field, in the order of the page; `field` is the control's id (its name). */
  errors: readonly { field?: string; message: ReactNode }[];
  /** Changes at every attempt (`formState.submitCount`), so that each one takes the focus again. */
  attempt?: number;
  title?: ReactNode;
};

/**
 * Shown on top of a form that was refused; takes the focus and links to each field.
 * `useForm({ shouldFocusError: false })`, or react-hook-form takes the focus away again.
 */
export function ErrorSummary({ errors, attempt = 0, title }: Props) {
  const t = useTranslations("kit");
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt is a reason to focus again
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, attempt]);

  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-card border-2 border-brick bg-brick-tint p-4"
    >
      <h2 className="text-lg">{title ?? t("errorSummaryTitle", { count: errors.length })}</h2>
      <ul>
        {errors.map(({ field, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list without identity, replaced as a whole
          <li key={index}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => goTo(event, field)}
                className="inline-flex min-h-11 items-center font-semibold text-brick underline"
              >
                {message}
              </a>
            ) : (
              <span className="inline-flex min-h-11 items-center font-semibold text-brick">
                {message}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The control itself, or the first one inside a group (a date's day). */
function goTo(event: MouseEvent, field: string) {
  const target = document.getElementById(field);
  if (!target) return;
  event.preventDefault();
  const inner = target.querySelector<HTMLElement>("[role=spinbutton], input, select, textarea");
  (inner ?? target).focus();
  target.scrollIntoView({ block: "center" });
}
