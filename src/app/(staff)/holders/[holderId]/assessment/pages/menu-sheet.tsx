"use client";

import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/ui/dialog";
import { useInterview } from "../hooks/interview-context";
import { ProjectMenu } from "./project-menu";

/** For a screen too narrow for the menu: its number of projects, and the whole menu in a panel. */
export function MenuSheet() {
  const t = useTranslations("assessment");
  const { recommendations } = useInterview();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        className="flex min-h-12 w-full items-center justify-between gap-3"
      >
        <span className="flex items-center gap-2">
          <ListChecks aria-hidden size={20} />
          {recommendations.length > 0
            ? t("menuCount", { count: recommendations.length })
            : t("menuTitle")}
        </span>
        <span className="font-semibold text-indigo underline underline-offset-4">
          {t("menuOpen")}
        </span>
      </button>
      <Dialog title={t("menuTitle")} isOpen={isOpen} onOpenChange={setIsOpen}>
        <ProjectMenu headless />
      </Dialog>
    </>
  );
}
