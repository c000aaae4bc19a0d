"use client";

import { useRouter } from "next/navigation";
import type { InputOf } from "@/app/forms/send-command";
import { useCommand } from "@/app/forms/use-command";
import { Button } from "@/ui/button";

type StationCommand = "issuePin" | "closeStation";
type Props<Name extends StationCommand> = {
  command: Name;
  input: InputOf<NoInfer<Name>>;
  label: string;
  /** Its accessible name: to whom or to what it is done. */
  name: string;
};

/** One act on a station, done at a click. */
export function StationButton<Name extends StationCommand>(props: Props<Name>) {
  const { command, input, label, name } = props;
  const router = useRouter();
  const { send, pending, problem } = useCommand(command);

  async function act() {
    await send(input);
    router.refresh();
  }

  return (
    <span data-screen-only>
      <Button tone="quiet" pending={pending} aria-label={name} onClick={() => void act()}>
        {label}
      </Button>
      {problem && (
        <span role="alert" className="text-brick">
          {problem}
        </span>
      )}
    </span>
  );
}
