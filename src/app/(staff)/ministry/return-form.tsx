"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AnswerFileForm } from "@/app/forms/answer-file-form";
import { DoneNotice } from "@/app/forms/done-notice";
import type { OutcomeOf } from "@/app/forms/send-command";
import { useCommand } from "@/app/forms/use-command";
import { Notice } from "@/ui/notice";

type Props = { fileId: string; today: string };
type Outcome = OutcomeOf<"recordMinistryReturn">;

/** The Ministry's return file to one file that was sent: read as a whole, or not at all. */
export function ReturnForm({ fileId, today }: Props) {
  const t = useTranslations("returns");
  const { send } = useCommand("recordMinistryReturn");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <AnswerFileForm
      name={fileId}
      words={{
        file: t("file"),
        needed: t("needed"),
        on: t("answeredOn"),
        submit: t("submit"),
      }}
      dayField="answeredOn"
      today={today}
      tone="secondary"
      send={async ({ on, ...file }) => {
        const answer = await send({ fileId, ...file, answeredOn: on });
        setOutcome(answer.ok ? answer.value : null);
        return answer;
      }}
    >
      {outcome && <Said outcome={outcome} />}
    </AnswerFileForm>
  );
}

function Said({ outcome }: { outcome: Outcome }) {
  const said = useOutcomeWords(outcome);
  if (outcome.did === "recorded") return <DoneNotice>{said}</DoneNotice>;
  return (
    <Notice kind={outcome.did === "before" ? "info" : "error"} live>
      {said}
    </Notice>
  );
}

function useOutcomeWords(outcome: Outcome): string {
  const t = useTranslations("returns");
  switch (outcome.did) {
    case "recorded":
      return t("recorded", outcome);
    case "refused":
      return t("refused", { why: outcome.why });
    case "no_column":
      return t("no_column", { columns: outcome.columns.join(", ") });
    case "unknown_codes":
      return t("unknown_codes", {
        codes: outcome.codes
          .map(({ code, rows }) => t("codeRows", { code: code || t("noCode"), rows }))
          .join(", "),
        more: outcome.more,
      });
    default:
      return t(outcome.did);
  }
}
