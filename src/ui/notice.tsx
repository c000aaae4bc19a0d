import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { together } from "./together";

export type NoticeKind = "info" | "warn" | "error" | "success";

const looks = {
  info: { icon: Info, className: "bg-indigo-tint", mark: "text-indigo", word: "noticeInfo" },
  warn: { icon: TriangleAlert, className: "bg-amber-tint", mark: "text-amber", word: "noticeWarn" },
  error: { icon: CircleAlert, className: "bg-brick-tint", mark: "text-brick", word: "noticeError" },
  success: {
    icon: CircleCheck,
    className: "bg-leaf-tint",
    mark: "text-leaf",
    word: "noticeSuccess",
  },
} as const;

type Props = {
  kind?: NoticeKind;
  title?: ReactNode;
  /** A link or button at the right. */
  action?: ReactNode;
  /** Read out when it appears: for the result of a click, not for what was there before. */
  live?: boolean;
  children?: ReactNode;
};

export function Notice({ kind = "info", title, action, live = false, children }: Props) {
  const t = useTranslations("kit");
  const { icon: Icon, className, mark, word } = looks[kind];
  return (
    <div
      role={live ? (kind === "error" ? "alert" : "status") : undefined}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card px-4 py-3 print:border print:border-ink ${className}`}
    >
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-3">
        <Icon aria-hidden size={20} className={`mt-1 shrink-0 ${mark}`} />
        <div className="min-w-0">
          <span className="sr-only">{t(word)}: </span>
          {title && <strong className="block">{title}</strong>}
          {together(children)}
        </div>
      </div>
      {action}
    </div>
  );
}
