"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import { type ReadLine, readOfficerLines } from "@/domain/officer-lines";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { PastedLines } from "./pasted-lines";
import type { CommandName, InputOf } from "./send-command";
import { useCommand } from "./use-command";

export type UnderstoodLine = Extract<ReadLine, { ok: true }>;

type Props<Name extends CommandName> = Pick<
  ComponentProps<typeof TextArea>,
  "label" | "hint" | "rows" | "longest"
> & {
  name: string;
  command: Name;
  /** How many lines one command takes. */
  mostLines: number;
  /** Lines of people who need nothing are left out. */
  isNew?: (line: UnderstoodLine) => boolean;
  inputOf: (lines: readonly UnderstoodLine[]) => InputOf<NoInfer<Name>>;
  /** What becomes of a line that was understood. */
  account: (line: UnderstoodLine) => ReactNode;
  submit: (count: number) => string;
  tone?: "primary" | "secondary";
  /** Asked before the list. */
  children?: ReactNode;
};

/** Officers from a pasted list: paste, see at once what was understood, send; each gets a slip. */
export function PasteForm<Name extends CommandName>(props: Props<Name>) {
  const { name, command, mostLines, isNew = () => true, inputOf, account, children } = props;
  const t = useTranslations("officers");
  const router = useRouter();
  const { send, pending, problem } = useCommand(command);
  const [text, setText] = useState("");
  const [attempt, setAttempt] = useState(0);
  const lines = readOfficerLines(text).slice(0, mostLines);
  const toSend = lines.filter((line) => line.ok).filter(isNew);
  const nobody = attempt > 0 && toSend.length === 0 ? t("pasteNone") : undefined;

  async function add() {
    setAttempt(attempt + 1);
    if (toSend.length === 0 || !(await send(inputOf(toSend))).ok) return;
    setText("");
    router.push("/district/officers/slips");
    router.refresh();
  }
  return (
    <div className="grid gap-5">
      <ErrorSummary attempt={attempt} errors={nobody ? [{ field: name, message: nobody }] : []} />
      {children}
      <TextArea
        name={name}
        error={nobody}
        label={props.label}
        hint={props.hint}
        rows={props.rows}
        longest={props.longest}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <PastedLines lines={lines} account={account} />
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      <div>
        <Button tone={props.tone} pending={pending} onClick={() => void add()}>
          {props.submit(toSend.length)}
        </Button>
      </div>
    </div>
  );
}
