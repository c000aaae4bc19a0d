"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button";

type Props = {
  title: ReactNode;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** Buttons; the one main action last. */
  actions?: ReactNode;
  /** Needs an answer: neither Escape nor a click outside closes it. */
  mustAnswer?: boolean;
  children: ReactNode;
};

/** A question in front of the page; keeps the focus inside and gives it back. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  actions,
  mustAnswer = false,
  children,
}: Props) {
  const t = useTranslations("kit");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      className="fixed inset-0 z-40 flex items-end justify-center bg-ink/60 sm:items-center sm:p-4"
    >
      <Modal className="max-h-dvh w-full max-w-form overflow-auto rounded-card bg-card max-sm:rounded-b-none">
        <AriaDialog
          role={mustAnswer ? "alertdialog" : "dialog"}
          className="flex flex-col gap-4 p-5 outline-none"
        >
          <div className="flex items-start justify-between gap-4">
            <Heading slot="title" className="text-lg">
              {title}
            </Heading>
            {!mustAnswer && (
              <Button
                tone="quiet"
                icon={X}
                className="-mr-3 -mt-2"
                onClick={() => onOpenChange(false)}
              >
                {t("close")}
              </Button>
            )}
          </div>
          <div>{children}</div>
          {actions && (
            <div className="flex flex-wrap justify-end gap-3 max-sm:flex-col-reverse">
              {actions}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
