"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { maskNationalId } from "@/domain/national-id";
import type { FoundHolder, SearchAnswer } from "@/server/holders/search";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";
import { answeredOf } from "./answered";

type Found = Extract<SearchAnswer, { holders: FoundHolder[] }>;
type Props = {
  words: string;
  answer: Found;
  personHref: string;
  acrossDistricts: boolean;
  atDesk: boolean;
};

/** Who was found. The focus goes to the first one, so that Enter opens it. */
export function FoundList({ words, answer, personHref, acrossDistricts, atDesk }: Props) {
  const t = useTranslations("desk");
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new result takes the focus again
  useEffect(() => {
    const first = list.current?.querySelector<HTMLElement>("a") ?? list.current;
    first?.focus();
  }, [answer]);
  const title = useTitle(words, answer, atDesk);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys only go from link to link
    <div ref={list} tabIndex={-1} onKeyDown={goAlong} className="outline-none">
      <div role="status">
        <h2 className="text-lg">{title}</h2>
      </div>
      {answer.holders.length === 0 && answer.kind !== "near" && (
        <p className="text-soft">{t("foundNoneText")}</p>
      )}
      {answer.holders.length > 0 && (
        <ul className="mt-3 divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
          {answer.holders.map((holder) => (
            <li key={holder.id}>
              <FoundPerson
                holder={holder}
                withDistrict={acrossDistricts}
                // A person of another district has no case file here: only the desk may open their form.
                href={`${holder.elsewhere ? "/desk/holders" : personHref}/${holder.id}`}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The arrow keys go from one person to the next. */
function goAlong(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a")];
  const next = links[links.findIndex((link) => link.matches(":focus")) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function useTitle(words: string, answer: Found, atDesk: boolean): string {
  const t = useTranslations("desk");
  const count = answer.holders.length;
  if (answer.kind === "near" && answer.within === "name") return t("foundAlike", { words, count });
  if (answer.kind === "near") return count ? t("foundNear", { count }) : t("foundNearNone");
  if (answer.kind === "name" && answer.more) return t("foundMore", { count });
  if (count > 0) return t("foundCount", { count });
  if (answer.kind === "name") return t("foundNone", { words });
  if (words.includes("-") && words.replace(/\D/g, "").length === 10) return t("foundNoneReceipt");
  return t(atDesk ? "foundNoneNumber" : "foundNoneOutside");
}

const tones = { yes: "done", no: "quiet", none: "due", pending: "due", disputed: "due" } as const;

function FoundPerson({
  holder,
  withDistrict,
  href,
}: {
  holder: FoundHolder;
  withDistrict: boolean;
  href: string;
}) {
  const t = useTranslations("desk");
  const words = useTranslations("words");
  const place = holder.elsewhere
    ? t("elsewhere", { district: holder.district })
    : [
        holder.moo && words("moo", { moo: holder.moo }),
        holder.subdistrict && words("subdistrict", { name: holder.subdistrict }),
        withDistrict && words("district", { name: holder.district }),
      ]
        .filter(Boolean)
        .join(" ");
  const answered = answeredOf(holder);
  return (
    <Link
      href={href}
      className="flex min-h-12 items-center gap-x-4 gap-y-1 px-4 py-3 text-ink no-underline hover:bg-indigo-tint hover:no-underline focus-visible:-outline-offset-3 max-sm:flex-wrap"
    >
      <span className="min-w-0 flex-1 max-sm:basis-full">
        <span className="block font-semibold">{holder.name}</span>
        <span className="block text-sm text-soft">
          {[
            holder.age === null ? words("ageUnknown") : words("age", { age: holder.age }),
            place,
          ].join(" · ")}
        </span>
        <span className="figures keep block text-sm text-soft">
          {maskNationalId(holder.idLastFour)}
        </span>
      </span>
      {holder.death && <Tag tone="late">{t("recordedDeadTag")}</Tag>}
      <Tag tone={tones[answered]}>{t(`answered_${answered}`)}</Tag>
      <ChevronRight aria-hidden size={20} className="text-soft max-sm:ml-auto" />
    </Link>
  );
}
