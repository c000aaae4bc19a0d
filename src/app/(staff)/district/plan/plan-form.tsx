"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { sendCommand } from "@/app/forms/send-command";
import {
  type PlanAssumptions,
  type PlanFacts,
  planAssumptions,
  planOutreach,
} from "@/domain/outreach-plan";
import { toArabicDigits } from "@/domain/thai";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ErrorSummary } from "@/ui/error-summary";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { PlanResult } from "./plan-result";

const limits = { interviewsADay: 50, deskCapacity: 1000 } as const;
type Name = keyof typeof limits;
const names: readonly Name[] = ["interviewsADay", "deskCapacity"];

/** Two numbers, what follows from them at once, and a button that keeps it. The server reckons again when it keeps. */
export function PlanForm({ facts, initial }: { facts: PlanFacts; initial: PlanAssumptions }) {
  const t = useTranslations("preparation");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [typed, setTyped] = useState<Record<Name, string>>({
    interviewsADay: String(initial.interviewsADay),
    deskCapacity: String(initial.deskCapacity),
  });
  const [note, setNote] = useState("");
  const [pending, setPending] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<{ kind: "success" | "error"; text: string } | null>(null);
  const id = useRef(crypto.randomUUID());
  const read = Object.fromEntries(
    names.map((name) => [name, Number(toArabicDigits(typed[name]).trim() || "x")]),
  );
  const parsed = planAssumptions.safeParse(read);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  const isWrong = (name: Name) => wrong.has(name);
  const faultOf = (name: Name) => t("numberWrong", { min: 1, max: limits[name] });

  async function save(event: FormEvent) {
    event.preventDefault();
    setAttempt(parsed.success ? 0 : attempt + 1);
    if (!parsed.success || pending) return;
    setPending(true);
    const sent = await sendCommand<{ version: number }>(
      "saveOutreachPlan",
      { ...parsed.data, note },
      id.current,
    );
    setPending(false);
    if (!sent.ok) return setOutcome({ kind: "error", text: refusal(sent.code) });
    id.current = crypto.randomUUID();
    setNote("");
    setOutcome({ kind: "success", text: t("savedPlan", { version: sent.value.version }) });
    router.refresh();
  }

  return (
    <Card title={t("reckonTitle")}>
      <form noValidate className="grid gap-5" onSubmit={(event) => void save(event)}>
        <ErrorSummary
          attempt={attempt}
          errors={
            attempt > 0
              ? names.filter(isWrong).map((field) => ({ field, message: faultOf(field) }))
              : []
          }
        />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {names.map((name) => (
            <Field
              key={name}
              name={name}
              label={t(name)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              value={typed[name]}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
              error={isWrong(name) && faultOf(name)}
            />
          ))}
        </div>
        <div aria-live="polite">
          {parsed.success && <PlanResult result={planOutreach(parsed.data, facts)} />}
        </div>
        <TextArea
          name="note"
          label={t("planNote")}
          rows={2}
          maxLength={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {outcome && (
          <Notice kind={outcome.kind} live>
            {outcome.text}
          </Notice>
        )}
        <ActionBar>
          <Button type="submit" pending={pending}>
            {t("savePlan")}
          </Button>
        </ActionBar>
      </form>
    </Card>
  );
}
