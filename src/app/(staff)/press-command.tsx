"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { sendCommand } from "@/app/send-command";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";

type Props = Pick<ComponentProps<typeof Button>, "tone" | "icon" | "children"> & {
  command: string;
  input: unknown;
};

/** One press that is one command, without a question: what it did shows on the page. */
export function PressCommand({ command, input, children, ...look }: Props) {
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [request, setRequest] = useState(() => crypto.randomUUID());
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function press() {
    setPending(true);
    setProblem(null);
    const sent = await sendCommand(command, input, request);
    setPending(false);
    setRequest(crypto.randomUUID());
    if (!sent.ok) setProblem(refusal(sent.code));
    router.refresh();
  }
  return (
    <span data-screen-only className="inline-flex flex-col gap-2">
      <Button {...look} pending={pending} onClick={() => void press()}>
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
