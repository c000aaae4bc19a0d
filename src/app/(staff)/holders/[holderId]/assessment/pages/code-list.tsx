"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { tidyThai, toArabicDigits } from "@/domain/thai";
import { ChoiceList } from "@/ui/choice-list";
import { Disclosure } from "@/ui/disclosure";
import { Field } from "@/ui/field";

export type CodeGroup = { key: string; label: string; codes: readonly string[] };

type Props = {
  name: string;
  legend: string;
  type: "radio" | "checkbox";
  /** Options shown above the groups, such as "the same as now". */
  first: readonly string[];
  groups: readonly CodeGroup[];
  nameOf: (code: string) => string;
  chosen: readonly string[];
  error?: string;
  onChoose: (code: string) => void;
};

/** A long list of codes: grouped in foldable fields, or searched by any part of the name. */
export function CodeList(props: Props) {
  const { name, legend, type, first, groups, nameOf, chosen, error, onChoose } = props;
  const t = useTranslations("assessment");
  const [typed, setTyped] = useState("");
  const wanted = tidyThai(typed);
  // The paper form has the codes.
  const asCode = toArabicDigits(wanted).toUpperCase();
  const found = groups
    .flatMap(({ codes }) => codes)
    .filter((code) => nameOf(code).includes(wanted) || code.startsWith(asCode));
  const list = (key: string, label: string, codes: readonly string[]) => (
    <ChoiceList
      name={key}
      legend={label}
      legendHidden
      type={type}
      columns={2}
      choices={codes.map((code) => ({ value: code, label: nameOf(code) }))}
      value={[...chosen]}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{legend}</legend>
      {chosen.length > 0 && (
        <p aria-live="polite" className="rounded-card bg-indigo-tint px-4 py-3 font-semibold">
          {t("chosen", { names: chosen.map(nameOf).join(", ") })}
        </p>
      )}
      <Field
        name={name}
        label={t("search")}
        value={typed}
        error={error}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key !== "Enter" || !wanted || !first) return;
          // The first that was found is chosen, as in every search by keys; the next Enter goes on.
          event.preventDefault();
          event.stopPropagation();
          setTyped("");
          if (!chosen.includes(first)) onChoose(first);
        }}
      />
      {first.length > 0 && !wanted && list(`${name}-first`, legend, first)}
      {wanted ? (
        found.length > 0 ? (
          list(`${name}-found`, legend, found)
        ) : (
          <p className="text-soft">{t("searchEmpty")}</p>
        )
      ) : (
        groups.map(({ key, label, codes }) => (
          <Disclosure
            key={key}
            summary={`${label} (${codes.length})`}
            open={codes.some((code) => chosen.includes(code)) || undefined}
          >
            {list(`${name}-${key}`, label, codes)}
          </Disclosure>
        ))
      )}
    </fieldset>
  );
}
