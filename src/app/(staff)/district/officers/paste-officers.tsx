"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasteForm, type UnderstoodLine } from "@/app/forms/paste-form";
import { agencyNames, isSameOfficer, type OfficerLine } from "@/domain/officer-lines";
import type { KnownOfficer } from "@/server/officers/district-queries";
import { Select } from "@/ui/select";

/** New account officers from a pasted list. An officer who already signs in elsewhere is recognised. */
export function PasteOfficers({ known }: { known: readonly KnownOfficer[] }) {
  const t = useTranslations("officers");
  const [choices, setChoices] = useState<Record<number, string>>({});
  const matchOfLine = (line: UnderstoodLine) => matchOf(known, line.officer);
  const accountOf = (line: UnderstoodLine) => {
    const match = matchOfLine(line);
    return choices[line.number] ?? (match?.how === "same" ? match.id : "");
  };
  return (
    <PasteForm
      name="lines"
      command="addAccountOfficers"
      label={t("paste")}
      hint={t("pasteHint", { agencies: agencyNames.join(" ") })}
      rows={6}
      longest={40_000}
      mostLines={200}
      isNew={(line) => !matchOfLine(line)?.here}
      inputOf={(lines) => ({
        officers: lines.map((line) => {
          const { name, agency, phone } = line.officer;
          return { name, agency, phone, officerId: accountOf(line) || null };
        }),
      })}
      account={(line) => {
        const match = matchOfLine(line);
        if (!match) return t("accountNew");
        const codes = match.codes.join(" ");
        if (match.here) return t("accountHere", { codes });
        return (
          <Select
            name={`account-${line.number}`}
            label={t(match.how, { codes })}
            value={accountOf(line)}
            onChange={({ target }) => setChoices({ ...choices, [line.number]: target.value })}
            choices={[
              { value: match.id, label: t("useKnown") },
              { value: "", label: t("useNew") },
            ]}
          />
        );
      }}
      submit={(count) => t("submit", { count })}
    />
  );
}

function matchOf(known: readonly KnownOfficer[], officer: OfficerLine) {
  const found = known
    .map((each) => ({ ...each, how: isSameOfficer(officer, each) }))
    .filter(({ how }) => how !== "other");
  const best = found.find(({ how }) => how === "same") ?? found[0];
  return best && { ...best, how: best.how === "same" ? ("same" as const) : ("likely" as const) };
}
