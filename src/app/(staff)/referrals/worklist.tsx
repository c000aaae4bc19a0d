"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandForm } from "@/app/forms/command-form";
import { DoneNotice } from "@/app/forms/done-notice";
import type { InputOf } from "@/app/forms/send-command";
import { useAgencyAnswerFields } from "@/app/parts/answer-fields";
import { agencySteps, mayStep } from "@/domain/referral";
import type { ReferralFilter } from "@/domain/referral-filter";
import type { ReferralList, ReferralRow } from "@/server/referrals/queries";
import { ActionBar } from "@/ui/action-bar";
import { buttonClass } from "@/ui/button-style";
import { Checkbox } from "@/ui/choice-list";
import { Notice } from "@/ui/notice";
import { WorklistRow } from "./worklist-row";

const isOpen = ({ nextOn }: ReferralRow) => nextOn !== null;

/** The answers that are possible for all chosen referrals. */
const stepsFor = (rows: readonly ReferralRow[]) =>
  agencySteps.filter((step) => rows.every(({ state }) => mayStep(state, step)));

/** The agency's own list: choose some, or all that match the filter, and answer them at once. */
export function Worklist({ list, filter }: { list: ReferralList; filter: ReferralFilter }) {
  const t = useTranslations("referrals");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [answered, setAnswered] = useState(0);
  const open = list.rows.filter(isOpen);
  const ticked = all ? list.rows : open.filter(({ id }) => chosen.has(id));
  const count = all ? list.total : ticked.length;
  function toggle(id: string) {
    setAll(false);
    setAnswered(0);
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }
  function toggleAll() {
    setAll(!all);
    setAnswered(0);
    setChosen(new Set(all ? [] : open.map(({ id }) => id)));
  }
  function done() {
    setAnswered(count);
    setAll(false);
    setChosen(new Set());
  }
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div>
        {answered > 0 && (
          <div className="mb-3">
            <DoneNotice>{t("answered", { count: answered })}</DoneNotice>
          </div>
        )}
        {open.length === list.rows.length && stepsFor(open).length > 0 && (
          <div data-screen-only className="mb-3">
            <Checkbox
              name="all"
              label={t("chooseAll", { count: list.total })}
              checked={all}
              onChange={toggleAll}
            />
          </div>
        )}
        <ul className="divide-y divide-line rounded-card border border-line bg-card">
          {list.rows.map((row) => (
            <WorklistRow
              key={row.id}
              row={row}
              today={list.today}
              chosen={all || chosen.has(row.id)}
              onToggle={isOpen(row) ? () => toggle(row.id) : undefined}
            />
          ))}
        </ul>
        {count > 0 && (
          <div className="contents lg:hidden">
            <ActionBar>
              <a href="#answer" className={buttonClass("primary")}>
                {t("chosen", { count })}
              </a>
            </ActionBar>
          </div>
        )}
      </div>
      <section
        id="answer"
        tabIndex={-1}
        aria-labelledby="answer-title"
        data-screen-only
        className={`rounded-card border border-line bg-card p-4 sm:p-5 lg:sticky lg:top-4 ${count > 0 ? "" : "max-lg:hidden"}`}
      >
        <h2 id="answer-title" className="text-lg">
          {count > 0 ? t("chosen", { count }) : t("chosenNone")}
        </h2>
        <p className="text-sm text-soft">{count > 0 ? t("chosenHint") : t("chosenNoneText")}</p>
        {count > 0 && (
          <Answer
            rows={ticked}
            chosen={all ? { filter, expected: list.total } : { ids: ticked.map(({ id }) => id) }}
            onDone={done}
          />
        )}
      </section>
    </div>
  );
}

type AnswerProps = {
  rows: readonly ReferralRow[];
  chosen: InputOf<"answerReferrals">["chosen"];
  onDone: () => void;
};

function Answer({ rows, chosen, onDone }: AnswerProps) {
  const t = useTranslations("referrals");
  const router = useRouter();
  const steps = stepsFor(rows);
  const fields = useAgencyAnswerFields(steps);
  if (steps.length === 0)
    return (
      <div className="mt-4">
        <Notice kind="warn">{t("chosenMixed")}</Notice>
      </div>
    );
  return (
    <div className="mt-4">
      <CommandForm
        command="answerReferrals"
        fixed={{ chosen }}
        fields={fields}
        submit={t("save")}
        onDone={() => {
          onDone();
          router.refresh();
        }}
      />
    </div>
  );
}
