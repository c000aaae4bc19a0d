"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { sendCommand } from "@/app/forms/send-command";
import {
  agencyNames,
  isSameOfficer,
  type OfficerLine,
  readOfficerLines,
} from "@/domain/officer-lines";
import type { KnownOfficer } from "@/server/officers/district-queries";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { PastedLines } from "./pasted-lines";

/** Paste, see at once what was understood, press. Somebody who signs in elsewhere already is known again. */
export function PasteOfficers({ known }: { known: readonly KnownOfficer[] }) {
  const t = useTranslations("officers");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [text, setText] = useState("");
  const [choices, setChoices] = useState<Record<number, string>>({});
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const attempt = useRef({ text: "", id: "" });
  const lines = readOfficerLines(text).slice(0, 200);
  const ready = lines.flatMap((line) =>
    line.ok ? [{ ...line, match: matchOf(known, line.officer) }] : [],
  );
  const accountOf = (line: (typeof ready)[number]) =>
    choices[line.number] ?? (line.match?.how === "same" ? line.match.id : "");
  const toIssue = ready.filter(({ match }) => !match?.here);

  const nobody = tries > 0 && toIssue.length === 0 ? t("pasteNone") : undefined;

  async function issue() {
    setTries(tries + 1);
    if (toIssue.length === 0) return;
    setPending(true);
    const input = {
      officers: toIssue.map((line) => {
        const { name, agency, phone } = line.officer;
        return { name, agency, phone, officerId: accountOf(line) || null };
      }),
    };
    const asText = JSON.stringify(input);
    if (attempt.current.text !== asText)
      attempt.current = { text: asText, id: crypto.randomUUID() };
    const sent = await sendCommand("addAccountOfficers", input, attempt.current.id);
    setPending(false);
    if (!sent.ok) return setTrouble(refusal(sent.code));
    setText("");
    router.push("/district/officers/slips");
    router.refresh();
  }

  return (
    <div className="grid gap-5">
      <ErrorSummary attempt={tries} errors={nobody ? [{ field: "lines", message: nobody }] : []} />
      <TextArea
        name="lines"
        error={nobody}
        label={t("paste")}
        hint={t("pasteHint", { agencies: agencyNames.join(" ") })}
        rows={6}
        maxLength={40_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <PastedLines
        lines={lines}
        account={({ number }) => {
          const line = ready.find((each) => each.number === number);
          const match = line?.match;
          if (!line || !match) return t("accountNew");
          const codes = match.codes.join(" ");
          if (match.here) return t("accountHere", { codes });
          return (
            <Select
              name={`account-${number}`}
              label={t(match.how, { codes })}
              value={accountOf(line)}
              onChange={({ target }) => setChoices({ ...choices, [number]: target.value })}
              choices={[
                { value: match.id, label: t("useKnown") },
                { value: "", label: t("useNew") },
              ]}
            />
          );
        }}
      />
      {trouble && (
        <Notice kind="error" live>
          {trouble}
        </Notice>
      )}
      <div>
        <Button pending={pending} onClick={() => void issue()}>
          {t("submit", { count: toIssue.length })}
        </Button>
      </div>
    </div>
  );
}

function matchOf(known: readonly KnownOfficer[], officer: OfficerLine) {
  const found = known
    .map((each) => ({ ...each, how: isSameOfficer(officer, each) }))
    .filter(({ how }) => how !== "other");
  const best = found.find(({ how }) => how === "same") ?? found[0];
  return best && { ...best, how: best.how === "same" ? ("same" as const) : ("likely" as const) };
}
