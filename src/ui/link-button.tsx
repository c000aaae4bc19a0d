import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { Link } from "@/ui/link";
import { type ButtonTone, buttonClass } from "./button-style";

type Props = ComponentProps<typeof Link> & {
  tone?: ButtonTone;
  icon?: LucideIcon;
  wide?: boolean;
};

/** A link that looks like a button. */
export function LinkButton({
  tone = "primary",
  icon: Icon,
  wide = false,
  className = "",
  children,
  ...rest
}: Props) {
  return (
    <Link {...rest} className={`${buttonClass(tone, wide)} ${className}`}>
      {Icon && <Icon aria-hidden size={20} className="shrink-0" />}
      <span>{children}</span>
    </Link>
  );
}
