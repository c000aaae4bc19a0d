"use client";

import { LoaderCircle, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps, MouseEvent } from "react";
import { type ButtonTone, buttonClass } from "./button-style";
import { useHydrated } from "./use-hydrated";

type Props = ComponentProps<"button"> & {
  tone?: ButtonTone;
  icon?: LucideIcon;
  /** Shows that the click was received and ignores further clicks; the button keeps its focus. */
  pending?: boolean;
  wide?: boolean;
};

export function Button({
  tone = "primary",
  icon: Icon,
  pending = false,
  wide = false,
  type = "button",
  className = "",
  disabled = false,
  onClick,
  children,
  ...rest
}: Props) {
  const t = useTranslations("kit");
  const hydrated = useHydrated();
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || (type === "submit" && !hydrated)}
      aria-disabled={pending || undefined}
      className={`${buttonClass(tone, wide)} ${className}`}
      onClick={press}
    >
      {pending && (
        <LoaderCircle aria-hidden size={20} className="shrink-0 motion-safe:animate-spin" />
      )}
      {!pending && Icon && <Icon aria-hidden size={20} className="shrink-0" />}
      <span>{children}</span>
      <span role="status" className="sr-only">
        {pending ? t("pending") : ""}
      </span>
    </button>
  );
}
