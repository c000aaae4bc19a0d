"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DoneNotice } from "@/app/forms/done-notice";
import type { OutcomeOf } from "@/app/forms/send-command";
import { useCommand } from "@/app/forms/use-command";
import { useRefusalWords } from "@/app/intent/messages";
import { Trouble } from "@/app/intent/trouble";
import { maskNationalId } from "@/domain/national-id";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { PendingPaper } from "@/server/intents/queries";
import { Button } from "@/ui/button";
import { type Column, DataTable } from "@/ui/data-table";
import { Tag } from "@/ui/tag";
import { PaperDecision } from "./paper-decision";

type Decision = "confirmed" | "rejected";

/** Forms that somebody else typed, by paper number: decided row by row, or all that were ticked at once. */
export function PapersToConfirm({ papers }: { papers: readonly PendingPaper[] }) {
  const t = useTranslations("desk");
  const { decided, ticked, setTicked, take, open, chosen, ...round } = useRound(papers);
  const columns = useColumns();
  return (
    <section aria-label={t("confirmOthers", { count: papers.length })}>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <Button tone="quiet" onClick={() => setTicked(chosen.length > 0 ? [] : open.map(idOf))}>
          {chosen.length > 0 ? t("confirmTickNone") : t("confirmTickAll", { count: open.length })}
        </Button>
        {chosen.length > 0 && (
          <Button icon={Check} pending={round.pending} onClick={() => void round.confirm()}>
            {t("confirmTicked", { count: chosen.length })}
          </Button>
        )}
      </div>
      <RoundResult papers={papers} {...round} />
      <DataTable
        caption={t("confirmOthers", { count: papers.length })}
        rows={papers}
        rowKey={idOf}
        columns={[
          {
            key: "number",
            header: t("confirmPaperNumber"),
            rowHeader: true,
            sorted: true,
            cell: ({ id, paperNumber, name }) => (
              <label className="inline-flex min-h-12 items-center gap-3">
                <input
                  type="checkbox"
                  aria-label={t("confirmTick", { number: paperNumber ?? "", name })}
                  checked={ticked.includes(id)}
                  disabled={Boolean(decided[id])}
                  onChange={({ target }) =>
                    setTicked(
                      target.checked ? [...ticked, id] : ticked.filter((each) => each !== id),
                    )
                  }
                  className="size-6 accent-indigo"
                />
                <span className="keep">{paperNumber}</span>
              </label>
            ),
          },
          ...columns,
          {
            key: "decision",
            header: t("confirmDecision"),
            cell: ({ id, name }) =>
              decided[id] ? (
                <Tag tone={decided[id] === "confirmed" ? "done" : "quiet"}>
                  {t(decided[id] === "confirmed" ? "confirmedDone" : "rejectedDone")}
                </Tag>
              ) : (
                <PaperDecision
                  intentId={id}
                  name={name}
                  onDecided={(decision) => take([id], decision)}
                />
              ),
          },
        ]}
      />
    </section>
  );
}

/** What is decided on this page, and what is ticked; `result` and `trouble` tell of the last round of ticked ones. */
function useRound(papers: readonly PendingPaper[]) {
  const refusalWords = useRefusalWords();
  const { send, pending } = useCommand("confirmPapers");
  const [decided, setDecided] = useState<Record<string, Decision>>({});
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [result, setResult] = useState<Round | null>(null);
  const [trouble, setTrouble] = useState<{ lost: number; why: string } | null>(null);
  const open = papers.filter(({ id }) => !decided[id]);
  const chosen = open.filter(({ id }) => ticked.includes(id));

  function take(ids: readonly string[], decision: Decision) {
    setDecided((now) => ({ ...now, ...Object.fromEntries(ids.map((id) => [id, decision])) }));
    setTicked((now) => now.filter((each) => !ids.includes(each)));
  }
  async function confirm() {
    setResult(null);
    setTrouble(null);
    const sent = await send({ intentIds: chosen.map(idOf) });
    if (!sent.ok)
      return setTrouble({
        // Without an answer it may have been recorded; the same round sent again tells.
        lost: sent.code === "UNREACHABLE" ? chosen.length : 0,
        why: refusalWords(sent),
      });
    take(sent.value.confirmed, "confirmed");
    setResult(sent.value);
  }
  return { decided, ticked, setTicked, take, open, chosen, result, trouble, pending, confirm };
}
type Round = OutcomeOf<"confirmPapers">;

/** Exactly which of the ticked ones were confirmed, which not, and why. */
function RoundResult({
  papers,
  result,
  trouble,
}: { papers: readonly PendingPaper[] } & Pick<ReturnType<typeof useRound>, "result" | "trouble">) {
  const t = useTranslations("desk");
  const refusal = useTranslations("refusal");
  if (trouble)
    return (
      <Trouble>
        <p>
          {trouble.lost > 0 ? t("confirmUnknown", { count: trouble.lost }) : t("confirmNoneDone")}
        </p>
        <p>{trouble.why}</p>
      </Trouble>
    );
  if (!result) return null;
  const { confirmed, refused } = result;
  if (refused.length === 0)
    return <DoneNotice>{t("confirmAll", { done: confirmed.length })}</DoneNotice>;
  return (
    <Trouble>
      <p>{t("confirmPart", { done: confirmed.length, left: refused.length })}</p>
      <ul className="list-disc pl-6">
        {refused.map(({ intentId, code }) => {
          const paper = papers.find(({ id }) => id === intentId);
          return (
            <li key={intentId}>
              {t("confirmWhyNot", {
                number: paper?.paperNumber ?? "",
                name: paper?.name ?? "",
                why: refusal(code),
              })}
            </li>
          );
        })}
      </ul>
    </Trouble>
  );
}

/** Forms that the reader typed: somebody else has to confirm them. */
export function OwnPapers({ papers }: { papers: readonly PendingPaper[] }) {
  const t = useTranslations("desk");
  const columns = useColumns();
  return (
    <section aria-labelledby="own-papers" className="mt-8">
      <h2 id="own-papers" className="text-lg">
        {t("confirmOwnTitle", { count: papers.length })}
      </h2>
      <p className="mb-3 text-soft">{t("confirmOwn")}</p>
      <DataTable
        caption={t("confirmOwnTitle", { count: papers.length })}
        captionHidden
        rows={papers}
        rowKey={idOf}
        columns={[
          {
            key: "number",
            header: t("confirmPaperNumber"),
            rowHeader: true,
            sorted: true,
            cell: ({ paperNumber }) => <span className="keep">{paperNumber}</span>,
          },
          ...columns,
        ]}
      />
    </section>
  );
}

const idOf = ({ id }: PendingPaper) => id;

/** What the paper says, to be compared with the sheet. */
function useColumns(): Column<PendingPaper>[] {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  const consent = (given: boolean) => t(given ? "consentYes" : "consentNo");
  return [
    {
      key: "person",
      header: t("person"),
      cell: ({ name, idLastFour }) => (
        <>
          {name}
          <span className="keep block text-sm text-soft">{maskNationalId(idLastFour)}</span>
        </>
      ),
    },
    {
      key: "day",
      header: t("confirmDate"),
      cell: ({ intentOn, placeName, due }) => (
        <>
          {formatThaiDateShort(intentOn)}
          <span className="block text-sm text-soft">{placeName}</span>
          <Tag tone={due.tone}>{words("due", due)}</Tag>
        </>
      ),
    },
    {
      key: "answer",
      header: t("answer"),
      cell: (paper) => (
        <>
          {[words(paper.answer === "yes" ? "answer_yes" : "answer_no"), paper.reason]
            .filter(Boolean)
            .join(": ")}
          <span className="block text-sm text-soft">
            {t("confirmConsentWords", {
              financial: consent(paper.consentFinancial),
              contact: consent(paper.consentContact),
            })}
          </span>
        </>
      ),
    },
    {
      key: "signed",
      header: t("confirmSigned"),
      cell: ({ signedBy, witnesses }) =>
        signedBy === "signature" ? t("signature") : `${t("thumbprint")} (${witnesses.join(", ")})`,
    },
    {
      key: "typed",
      header: t("confirmTypedBy"),
      cell: ({ recordedBy, recordedOn, lateReason }) => (
        <>
          {t("confirmTyped", { name: recordedBy, date: formatThaiDateShort(recordedOn) })}
          <span className="block text-sm text-soft">{lateReason}</span>
        </>
      ),
    },
  ];
}
