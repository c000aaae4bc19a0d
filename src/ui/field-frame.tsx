import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Ids of a field's parts, and what its control must carry so that they are read out with it. */
export function fieldWiring(id: string, { hint, error }: { hint?: ReactNode; error?: ReactNode }) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": describedBy || undefined,
  };
}

export const controlClass =
  "block w-full min-h-12 rounded-button border border-edge bg-card px-4 py-2 text-base text-ink placeholder:text-soft aria-invalid:border-2 aria-invalid:border-brick disabled:bg-quiet-tint [&[readonly]]:bg-quiet-tint";

type FrameProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  children: ReactNode;
};

export function FieldFrame({ id, label, hint, error, optional, children }: FrameProps) {
  const t = useTranslations("kit");
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <span className="font-normal text-soft"> ({t("optional")})</span>}
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      {children}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

export function FieldHint({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <div id={`${id}-hint`} className="text-sm text-soft">
      {children}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  const t = useTranslations("kit");
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-2 text-sm font-semibold text-brick">
      <CircleAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
      <span>
        <span className="sr-only">{t("errorPrefix")} </span>
        {children}
      </span>
    </p>
  );
}
