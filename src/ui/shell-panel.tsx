"use client";

import { Menu, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";

/** The right half of the bar; on a phone it opens below the bar. */
export function ShellPanel({ children }: { children: ReactNode }) {
  const t = useTranslations("kit");
  const path = usePathname();
  const [open, setOpen] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the panel
  useEffect(() => setOpen(false), [path]);

  const Icon = open ? X : Menu;
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        aria-controls="shell-panel"
        onClick={() => setOpen(!open)}
        className="order-2 flex min-h-12 items-center gap-1 rounded-tag pl-1 text-sm lg:hidden"
      >
        <Icon aria-hidden size={20} />
        {open ? t("close") : t("menu")}
      </button>
      <div
        id="shell-panel"
        className={`order-3 min-w-0 basis-full flex-col items-start gap-2 pb-3 lg:order-1 lg:flex lg:flex-1 lg:basis-0 lg:flex-row lg:items-center lg:gap-4 lg:pb-0 ${open ? "flex" : "hidden"}`}
      >
        {children}
      </div>
    </>
  );
}
