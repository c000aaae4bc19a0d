"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { focusContent } from "@/app/forms/focus-content";
import { sendCommand } from "@/app/forms/send-command";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";

type Props = Pick<ComponentProps<typeof Button>, "tone" | "icon" | "children" | "aria-label"> & {
  command: string;
  input: unknown;
};

/** A button that sends one command, without a question: what it did shows on the page. */
export function CommandButton({ command, input, children, ...look }: Props) {
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [request, setRequest] = useState(() => crypto.randomUUID());
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const done = useRef(false);
  // The button often goes with what it did.
  useEffect(
    () => () => {
      if (done.current) focusContent();
    },
    [],
  );

  async function send() {
    setPending(true);
    setProblem(null);
    const sent = await sendCommand(command, input, request);
    setPending(false);
    done.current = sent.ok;
    // What was not done is tried again under the same id.
    if (sent.ok) setRequest(crypto.randomUUID());
    else setProblem(refusal(sent.code));
    router.refresh();
  }
  return (
    <span data-screen-only className="inline-flex flex-col gap-2">
      <Button {...look} pending={pending} onClick={() => void send()}>
        {children}
      </Button>
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
    </span>
  );
}
