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
  /** Its accessible name: the person or thing that the button acts on. */
  name: string;
};

/** One action on a station, by one click. */
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
