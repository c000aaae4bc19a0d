"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { AreaChoice } from "@/domain/areas";
import type { Result } from "@/domain/result";
import type { SearchAnswer, Village } from "@/server/holders/search";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { FoundList } from "./found-list";
import { NearNames } from "./near-names";

type Props = {
  /** What may be typed, and where it is searched. */
  hint: string;
  /**
   * Above a list: the box and its button in one row, these words within the box, its name for screen readers only; the page
   * keeps its focus, and an empty box takes what was found away.
   */
  compact?: string;
  /** The page that a person's link opens: `/desk/holders` or `/holders`. */
  personHref: string;
  /** True if people of several districts may be found: each is then shown with their district. */
  acrossDistricts?: boolean;
  /** Subdistricts in which near names may be asked for. */
  subdistricts: readonly AreaChoice[];
  /** True at a desk, where an ID is searched in the whole province. */
  atDesk?: boolean;
  /** What is shown below where nobody was found. */
  whenNobody?: (words: string) => ReactNode;
  /** The words with which the finder opens again. */
  words?: string;
};

type Asked = { words: string; answer: SearchAnswer };

/** The one box that finds people. What is typed is sent in the body of a POST, never in an address. */
export function Finder(props: Props) {
  const {
    hint,
    compact,
    personHref,
    acrossDistricts = false,
    subdistricts,
    atDesk = false,
    whenNobody,
    words,
  } = props;
  const t = useTranslations("desk");
  const refusal = useTranslations("refusal");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const box = useRef<HTMLInputElement>(null);

  async function ask(words: string, village?: Village) {
    setPending(true);
    const found = await postSearch(words, village);
    setPending(false);
    setTrouble(found.ok ? null : refusal(found.code));
    if (found.ok) setAsked({ words, answer: found.value });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const words = box.current?.value.trim() ?? "";
    if (!words) setAsked(null);
    else if (!pending) void ask(words);
  }

  const fault = useFault(asked?.answer);
  return (
    <div className="flex flex-col gap-5">
      <search>
        <form
          method="post"
          onSubmit={submit}
          className={`flex gap-3 ${compact ? "items-start" : "items-end max-sm:flex-col max-sm:items-stretch"}`}
        >
          <div className={`min-w-0 flex-1 ${compact ? "[&_label]:sr-only" : ""}`}>
            <Field
              ref={box}
              defaultValue={words}
              // In the page as it comes: letters typed before the page is ready are kept.
              autoFocus={!compact}
              name="words"
              label={t("findLabel")}
              hint={compact ? undefined : hint}
              placeholder={compact}
              error={fault}
              autoComplete="off"
              spellCheck={false}
              longest={200}
              className="figures"
            />
          </div>
          <Button type="submit" icon={Search} pending={pending}>
            {t("findVerb")}
          </Button>
        </form>
      </search>
      {trouble && (
        <Notice kind="error" live>
          {trouble}
        </Notice>
      )}
      {asked && "holders" in asked.answer && (
        <div className="flex flex-col gap-5">
          <FoundList
            {...asked}
            answer={asked.answer}
            personHref={personHref}
            acrossDistricts={acrossDistricts}
            atDesk={atDesk}
          />
          {asked.answer.kind !== "id" &&
            (asked.answer.kind === "near" || !asked.answer.holders.length) && (
              <NearNames
                key={asked.words}
                subdistricts={subdistricts}
                pending={pending}
                onAsk={(village) => void ask(asked.words, village)}
              />
            )}
          {asked.answer.holders.length === 0 && whenNobody?.(asked.words)}
        </div>
      )}
    </div>
  );
}

/** What was wrong with the search text itself. */
function useFault(answer: SearchAnswer | undefined): string | undefined {
  const t = useTranslations("desk");
  if (answer?.kind === "too_short") return t("tooShort", { least: answer.least });
  if (answer?.kind !== "bad_id") return undefined;
  return answer.fault === "ID_CHECK_DIGIT"
    ? t("ID_CHECK_DIGIT")
    : t("idDigits", { digits: answer.digits });
}

/** Asks the server; no reply is a result of its own. */
export async function postSearch(
  words: string,
  village?: Village,
  registering = false,
): Promise<Result<SearchAnswer> | { ok: false; code: "UNREACHABLE" }> {
  try {
    const response = await fetch("/api/search", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ words, village, registering }),
    });
    return (await response.json()) as Result<SearchAnswer>;
  } catch {
    return { ok: false, code: "UNREACHABLE" };
  }
}
