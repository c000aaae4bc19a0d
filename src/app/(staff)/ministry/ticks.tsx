"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type FormEvent, type ReactNode, useContext, useState } from "react";
import { DayField } from "@/app/forms/day-field";
import { DoneNotice } from "@/app/forms/done-notice";
import { useCommand } from "@/app/forms/use-command";
import { useFaultWords } from "@/app/forms/use-fault-words";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";

type Ticked = { ticked: readonly string[]; toggle: (id: string) => void };
const TickedContext = createContext<Ticked>({ ticked: [], toggle: () => undefined });

type Props = {
  /** The entries of the page. */
  ids: readonly string[];
  today: string;
  children: ReactNode;
};

/** Around the list: rows are ticked and marked together as typed into the Ministry's screen on one day. */
export function Ticks({ ids, today, children }: Props) {
  const t = useTranslations("ticks");
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [marked, setMarked] = useState(0);
  const chosen = ids.filter((id) => ticked.includes(id));
  const toggle = (id: string) => {
    setMarked(0);
    setTicked(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  };
  function done(count: number) {
    setMarked(count);
    setTicked([]);
  }
  return (
    <TickedContext value={{ ticked: chosen, toggle }}>
      {marked > 0 && <DoneNotice>{t("marked", { count: marked })}</DoneNotice>}
      <div data-screen-only className="mb-3">
        <Button tone="quiet" onClick={() => setTicked(chosen.length > 0 ? [] : ids)}>
          {chosen.length > 0 ? t("none") : t("all", { count: ids.length })}
        </Button>
      </div>
      {children}
      {chosen.length > 0 && <MarkBar chosen={chosen} today={today} onDone={done} />}
    </TickedContext>
  );
}

/** The box at the start of a row. */
export function TickBox({ id, name }: { id: string; name: string }) {
  const t = useTranslations("ticks");
  const { ticked, toggle } = useContext(TickedContext);
  return (
    <input
      type="checkbox"
      data-screen-only
      aria-label={t("tick", { name })}
      checked={ticked.includes(id)}
      onChange={() => toggle(id)}
      className="size-6 shrink-0 accent-indigo"
    />
  );
}

type BarProps = {
  chosen: readonly string[];
  today: string;
  onDone: (count: number) => void;
};

/** The day, and marking what is ticked; it stays in sight below the list. */
function MarkBar({ chosen, today, onDone }: BarProps) {
  const t = useTranslations("ticks");
  const router = useRouter();
  const wordOf = useFaultWords();
  const { send, pending, problem } = useCommand("markManyReported");
  const [reportedOn, setReportedOn] = useState(today);
  const [fault, setFault] = useState<string>();

  async function mark(event: FormEvent) {
    event.preventDefault();
    setFault(undefined);
    const sent = await send({ entryIds: [...chosen], reportedOn });
    if (!sent.ok) return setFault(sent.fields?.reportedOn?.[0]);
    onDone(sent.value.marked);
    router.refresh();
  }
  return (
    <form noValidate onSubmit={(event) => void mark(event)}>
      <ActionBar stays="always">
        {problem && !fault && (
          <Notice kind="error" live>
            {problem}
          </Notice>
        )}
        <p role="status" className="mr-auto font-semibold">
          {t("chosen", { count: chosen.length })}
        </p>
        <DayField
          name="markedOn"
          label={t("reportedOn")}
          value={reportedOn}
          error={fault && wordOf(fault)}
          onChange={setReportedOn}
        />
        <Button type="submit" icon={Check} pending={pending}>
          {t("mark", { count: chosen.length })}
        </Button>
      </ActionBar>
    </form>
  );
}
