"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandForm, type FormField } from "@/app/command-form";
import { dueOf } from "@/domain/due";
import { agencySteps, referralResults } from "@/domain/referral";
import type { ReferralFilter } from "@/domain/referral-filter";
import { projectOf } from "@/domain/rules/menu";
import { rules2018 } from "@/domain/rules/rules-2018";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { ReferralList, ReferralRow } from "@/server/referrals/queries";
import { Checkbox } from "@/ui/choice-list";
import { Disclosure } from "@/ui/disclosure";
import { Notice } from "@/ui/notice";
import { StateTag } from "./state-tag";

const isOpen = ({ nextOn }: ReferralRow) => nextOn !== null;

/** The agency's own list: choose some, or all that the filter leaves, and answer them at once. */
export function Worklist({ list, filter }: { list: ReferralList; filter: ReferralFilter }) {
  const t = useTranslations("referrals");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const open = list.rows.filter(isOpen);
  const count = all ? list.total : open.filter(({ id }) => chosen.has(id)).length;
  function toggle(id: string) {
    setAll(false);
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }
  function toggleAll() {
    setAll(!all);
    setChosen(new Set(all ? [] : open.map(({ id }) => id)));
  }
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div>
        {open.length > 0 && (
          <div className="mb-3">
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
            <Row
              key={row.id}
              row={row}
              today={list.today}
              chosen={all || chosen.has(row.id)}
              onToggle={isOpen(row) ? () => toggle(row.id) : undefined}
            />
          ))}
        </ul>
      </div>
      {count > 0 && (
        <section className="rounded-card border border-line bg-card p-4 sm:p-5 lg:sticky lg:top-4">
          <h2 className="text-lg">{t("chosen", { count })}</h2>
          <p className="mb-4 text-sm text-soft">{t("chosenHint")}</p>
          <AnswerForm
            fixed={{
              chosen: all
                ? { filter, expected: list.total }
                : { ids: open.filter(({ id }) => chosen.has(id)).map(({ id }) => id) },
            }}
          />
        </section>
      )}
    </div>
  );
}

function AnswerForm({ fixed }: { fixed: Record<string, unknown> }) {
  const t = useTranslations("referrals");
  const fields: FormField[] = [
    {
      name: "step",
      kind: "choice",
      label: t("answerField"),
      choices: agencySteps.map((step) => ({
        value: step,
        label: t(`step_${step}`),
        hint: t(`stepHint_${step}`),
      })),
    },
    {
      name: "result",
      kind: "choice",
      label: t("resultField"),
      choices: referralResults.map((result) => ({
        value: result,
        label: t(`result_${result}`),
      })),
      when: { field: "step", is: ["complete"] },
    },
    {
      name: "reason",
      sends: "words",
      kind: "text",
      label: t("reason"),
      when: { field: "step", is: ["refuse"] },
    },
    {
      name: "words",
      kind: "text",
      label: t("words"),
      when: { field: "step", is: ["accept", "wait_list", "begin", "complete"] },
    },
    {
      name: "nextOn",
      kind: "date",
      label: t("nextOn"),
      hint: t("nextOnHint"),
      when: { field: "step", is: ["accept", "wait_list", "begin"] },
    },
  ];
  return <CommandForm command="answerReferrals" fixed={fixed} fields={fields} submit={t("save")} />;
}

type RowProps = { row: ReferralRow; today: string; chosen: boolean; onToggle?: () => void };

function Row({ row, today, chosen, onToggle }: RowProps) {
  const t = useTranslations("referrals");
  const project = projectOf(rules2018, row.project).name;
  const name = row.holderName ?? "";
  return (
    <li className="flex gap-3 px-4 py-3">
      {onToggle && (
        <label className="flex min-h-12 min-w-8 shrink-0 items-start pt-1">
          <input
            type="checkbox"
            className="size-6 accent-indigo"
            checked={chosen}
            onChange={onToggle}
            aria-label={t("choose", { name, project })}
          />
        </label>
      )}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <p className="font-semibold">
            <span className="keep">{name}</span>
            <span className="block text-sm font-normal text-soft">
              {row.holderPlace} ·{" "}
              {row.holderPhone ? t("phone", { phone: row.holderPhone }) : t("noPhone")}
            </span>
          </p>
          <p className="text-right">
            <StateTag state={row.state} nextOn={row.nextOn} today={today} />
            {row.nextOn && row.state !== "escalated" && (
              <span className="block text-sm text-soft">
                {dueOf(row.nextOn, today).words} ({formatThaiDateShort(row.nextOn)})
              </span>
            )}
          </p>
        </div>
        <p className="text-sm">{project}</p>
        {row.result && <p className="text-sm">{t(`result_${row.result as "partly"}`)}</p>}
        {row.words && <p className="text-sm text-soft">“{row.words}”</p>}
        {row.consentWithdrawnOn && (
          <div className="mt-2">
            <Notice kind="warn">
              {t("withdrawnOn", { date: formatThaiDateShort(row.consentWithdrawnOn) })}
            </Notice>
          </div>
        )}
        <Disclosure summary={t("answers")}>
          <Answers row={row} />
        </Disclosure>
      </div>
    </li>
  );
}

function Answers({ row }: { row: ReferralRow }) {
  const t = useTranslations("referrals");
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
      {row.answers.length === 0 && <p>{t("noAnswers")}</p>}
      {row.answers.map(({ ask, answer }) => (
        <div key={ask} className="contents">
          <dt className="text-soft">{ask}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
      <dt className="text-soft">{t("sentBy")}</dt>
      <dd>
        {row.senderName} {row.senderPhone && <span className="keep">{row.senderPhone}</span>}
      </dd>
    </dl>
  );
}
