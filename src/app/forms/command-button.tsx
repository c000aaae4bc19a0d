"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, useEffect, useRef } from "react";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { focusContent } from "./focus-content";
import type { CommandName, InputOf } from "./send-command";
import { useCommand } from "./use-command";

type Props<Name extends CommandName> = Pick<
  ComponentProps<typeof Button>,
  "tone" | "icon" | "children" | "aria-label"
> & {
  command: Name;
  input: InputOf<NoInfer<Name>>;
};

/** A button that sends one command without a question: the result is visible on the page. */
export function CommandButton<Name extends CommandName>(props: Props<Name>) {
  const { command, input, children, ...look } = props;
  const router = useRouter();
  const { send, pending, problem } = useCommand(command);
  const done = useRef(false);
  // The button often disappears after its action.
  useEffect(
    () => () => {
      if (done.current) focusContent();
    },
    [],
  );

  async function act() {
    done.current = (await send(input)).ok;
    router.refresh();
  }
  return (
    <span data-screen-only className="inline-flex flex-col gap-2">
      <Button {...look} pending={pending} onClick={() => void act()}>
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
