"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
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

/**
 * A question in front of the page: the browser's own modal dialog, which keeps the focus inside, takes the page behind it out of
 * reach and gives the focus back.
 */
export function Dialog({ isOpen, ...rest }: Props) {
  return isOpen && <OpenDialog {...rest} />;
}

function OpenDialog(props: Omit<Props, "isOpen">) {
  const { title, onOpenChange, actions, mustAnswer = false, children } = props;
  const t = useTranslations("kit");
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    // The question is read first; without this the focus would be on what closes it.
    dialog?.focus();
    return () => dialog?.close();
  }, []);
  // Whoever goes back has left what was asked; the page beneath may stay the same one.
  useEffect(() => {
    if (mustAnswer) return;
    const leave = () => onOpenChange(false);
    window.addEventListener("popstate", leave);
    return () => window.removeEventListener("popstate", leave);
  }, [mustAnswer, onOpenChange]);
  function dismiss() {
    const dialog = box.current;
    // Told late: the page took it away itself, or it is open again.
    if (!dialog || dialog.open) return;
    if (mustAnswer) dialog.showModal();
    else onOpenChange(false);
  }
  return (
    <dialog
      ref={box}
      role={mustAnswer ? "alertdialog" : undefined}
      tabIndex={-1}
      aria-labelledby={heading}
      className="dialog"
      onKeyDown={(event) => keepAnswer(event, mustAnswer)}
      // Escape, or what a telephone closes with.
      onClose={dismiss}
      onClick={({ target }) => {
        if (target === box.current && !mustAnswer) onOpenChange(false);
      }}
    >
      <div className="flex flex-col gap-4 p-5">
        <div className="flex items-start justify-between gap-4">
          <h2 id={heading} className="text-lg">
            {title}
          </h2>
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
          <div className="flex flex-wrap justify-end gap-3 max-sm:flex-col-reverse">{actions}</div>
        )}
      </div>
    </dialog>
  );
}

/** A browser that closed it and opened it again would forget where the focus was. */
function keepAnswer(event: KeyboardEvent, mustAnswer: boolean) {
  if (event.key === "Escape" && mustAnswer) event.preventDefault();
}
