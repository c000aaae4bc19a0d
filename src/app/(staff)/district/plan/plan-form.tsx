"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import {
  type PlanAssumptions,
  type PlanFacts,
  planAssumptions,
  planOutreach,
} from "@/domain/outreach-plan";
import { readWholeNumber } from "@/domain/typed-numbers";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ErrorSummary } from "@/ui/error-summary";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { OutreachResult } from "./plan-result";

const limits = { interviewsADay: 50, deskCapacity: 1000 } as const;
type Name = keyof typeof limits;
const names: readonly Name[] = ["interviewsADay", "deskCapacity"];

/** Two numbers, their result at once, and a button that keeps it. The server calculates again when it saves. */
export function PlanForm({ facts, initial }: { facts: PlanFacts; initial: PlanAssumptions }) {
  const t = useTranslations("preparation");
  const router = useRouter();
  const [typed, setTyped] = useState<Record<Name, string>>({
    interviewsADay: String(initial.interviewsADay),
    deskCapacity: String(initial.deskCapacity),
  });
  const [note, setNote] = useState("");
  const { send, pending, problem } = useCommand("saveOutreachPlan");
  const [attempt, setAttempt] = useState(0);
  const [version, setVersion] = useState<number | null>(null);
  const read = Object.fromEntries(
    names.map((name) => [name, readWholeNumber(typed[name]) ?? Number.NaN]),
  );
  const parsed = planAssumptions.safeParse(read);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]));
  const isWrong = (name: Name) => wrong.has(name);
  const faultOf = (name: Name) => t("numberWrong", { min: 1, max: limits[name] });

  async function save(event: FormEvent) {
    event.preventDefault();
    setAttempt(parsed.success ? 0 : attempt + 1);
    if (!parsed.success || pending) return;
    setVersion(null);
    const sent = await send({ ...parsed.data, note });
    if (!sent.ok) return;
    setNote("");
    setVersion(sent.value.version);
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
              value={typed[name]}
              onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
              error={isWrong(name) && faultOf(name)}
            />
          ))}
        </div>
        <div aria-live="polite">
          {parsed.success && (
            <OutreachResult result={planOutreach(parsed.data, facts)} shared={facts.shared} />
          )}
        </div>
        <TextArea
          name="note"
          label={t("planNote")}
          rows={2}
          longest={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {problem && (
          <Notice kind="error" live>
            {problem}
          </Notice>
        )}
        {version !== null && (
          <Notice kind="success" live>
            {t("savedPlan", { version })}
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
