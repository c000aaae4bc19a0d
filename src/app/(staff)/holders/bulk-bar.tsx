"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { type Pick, picksOf, setPicks, usePicks } from "@/app/parts/picks";
import { Button } from "@/ui/button";
import { LinkButton } from "@/ui/link-button";

/** The box at the start of a row. */
export function PickBox({ pick, name }: { pick: Pick; name: string }) {
  const t = useTranslations("caseload");
  const picks = usePicks();
  const picked = picks.some(({ id }) => id === pick.id);
  return (
    <label className="touch min-w-12 justify-center">
      <span className="sr-only">{t("pick", { name })}</span>
      <input
        type="checkbox"
        checked={picked}
        onChange={() =>
          setPicks(picked ? picks.filter(({ id }) => id !== pick.id) : [...picks, pick])
        }
        className="size-6 accent-indigo"
      />
    </label>
  );
}

/** Selects everybody on the page at once, above the list. */
export function PickPage({ page }: { page: readonly Pick[] }) {
  const t = useTranslations("caseload");
  const picks = usePicks();
  const missing = page.filter(({ id }) => !picks.some((pick) => pick.id === id));
  if (page.length === 0) return null;
  return (
    <Button
      tone="quiet"
      onClick={() =>
        setPicks(
          missing.length > 0
            ? [...picks, ...missing]
            : picks.filter((pick) => !page.some(({ id }) => id === pick.id)),
        )
      }
    >
      {missing.length > 0 ? t("pickPage", { count: page.length }) : t("unpickPage")}
    </Button>
  );
}

type Props = {
  /** The number of all people who match the filter, on all pages. */
  total: number;
  /** Pages to assign the picked people or the whole list; null: the reader may not assign. */
  assign: { picked: string; all: string } | null;
  /** The same for handing over; its list is the one whose people are picked. */
  transfer: { picked: string; all: string };
};

/** Appears once somebody is picked: what to do with the picked people, or with all that match. */
export function BulkBar({ total, assign, transfer }: Props) {
  const t = useTranslations("caseload");
  const transfers = useTranslations("transfers");
  const picks = usePicks();
  const list = transfer.all;
  useEffect(() => picksOf(list), [list]);
  if (picks.length === 0) return null;
  return (
    <section
      aria-label={t("picked", { count: picks.length })}
      data-screen-only
      className="sticky bottom-0 z-10 -mx-4 mt-4 flex flex-wrap items-center gap-x-3 border-t border-line bg-card p-4 max-md:bottom-14 max-md:justify-between max-md:py-2 md:mx-0 md:rounded-card md:border"
    >
      <p role="status" className="font-semibold">
        {t("picked", { count: picks.length })}
      </p>
      <Button tone="quiet" onClick={() => setPicks([])}>
        {t("clearPicks")}
      </Button>
      <span className="flex flex-wrap gap-2 max-md:w-full max-md:*:grow max-md:*:px-3 max-md:*:text-sm md:flex-1 md:justify-end md:gap-3">
        <LinkButton tone="secondary" href={(assign ?? transfer).all} className="max-md:basis-full">
          {t("moveAll", { count: total })}
        </LinkButton>
        <LinkButton tone={assign ? "secondary" : "primary"} href={transfer.picked}>
          {transfers("askPicked", { count: picks.length })}
        </LinkButton>
        {assign && (
          <LinkButton href={assign.picked}>{t("movePicked", { count: picks.length })}</LinkButton>
        )}
      </span>
    </section>
  );
}
