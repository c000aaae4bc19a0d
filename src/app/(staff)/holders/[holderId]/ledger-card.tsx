import { useTranslations } from "next-intl";
import { formatThaiDate, formatThaiMonth, formatThaiMonthShort } from "@/domain/thai-dates";
import type { ExplainedEntry } from "@/server/ledger/queries";
import type { ToppedUp } from "@/server/month-runs/answers";
import type { HoldersOneOff } from "@/server/one-offs/queries";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";

type Props = {
  ledger: readonly ExplainedEntry[];
  oneOffs: readonly HoldersOneOff[];
  toppedUp: readonly ToppedUp[];
};

/**
 * "รายการสิทธิรายเดือน": what was booked of each month, by which run, and how each difference came about; and what letters give
 * once to the holder, booked or not yet.
 */
export function LedgerCard({ ledger, oneOffs, toppedUp }: Props) {
  const t = useTranslations("runs");
  const answers = useTranslations("runAnswers");
  const months = [...new Set(ledger.map(({ month }) => month))];
  if (months.length === 0 && oneOffs.length === 0) return null;
  return (
    <Card id="ledger" surface="cream" title={t("ledger")} sub={t("ledgerSub")}>
      {oneOffs.length > 0 && <OneOffs oneOffs={oneOffs} />}
      <ul className="divide-y divide-line">
        {months.map((month) => (
          <li key={month} className="py-3 first:pt-0 last:pb-0">
            <Month month={month} entries={ledger.filter((entry) => entry.month === month)} />
            {toppedUp
              .filter((each) => each.month === month)
              .map(({ fileOn }) => (
                <p key={fileOn} className="text-sm">
                  {answers("toppedUp", { date: formatThaiDate(fileOn) })}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** On which checked lists the holder stands. */
function OneOffs({ oneOffs }: Pick<Props, "oneOffs">) {
  const t = useTranslations("oneOffs");
  return (
    <ul className="mb-3 border-b border-line pb-3">
      {oneOffs.map(({ list, name, baht, month, due }) => (
        <li key={list}>
          {t(due ? "holders" : "notDue", { name, baht, month: formatThaiMonth(month) })}
        </li>
      ))}
    </ul>
  );
}

/** The top-up of a month, and what is given once in it. */
function Month({ month, entries }: { month: string; entries: readonly ExplainedEntry[] }) {
  const benefits = [...new Set(entries.map(({ benefit }) => benefit))];
  return benefits.map((benefit) => (
    <Benefit
      key={benefit}
      month={month}
      entries={entries.filter((entry) => entry.benefit === benefit)}
    />
  ));
}

function Benefit({ month, entries }: { month: string; entries: readonly ExplainedEntry[] }) {
  const t = useTranslations("runs");
  const booked = entries.reduce((sum, { satang }) => sum + satang, 0n);
  const once = entries[0]?.once;
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-4 font-semibold">
        {t("booked", { month: formatThaiMonthShort(month), baht: Number(booked) / 100 })}
        {once && <span>{once}</span>}
      </p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.number} className="text-sm">
            {entry.decidedBefore === null ? (
              <p className="text-soft">
                {t("kind_entitlement")} · {bookedBy(entry)}
              </p>
            ) : (
              <Difference entry={entry} />
            )}
          </li>
        ))}
      </ul>
    </>
  );

  function bookedBy({ runMonth, runNumber }: ExplainedEntry) {
    return t("bookedBy", { month: formatThaiMonth(runMonth), number: runNumber });
  }
}

/** "คิดมาอย่างไร": what had been booked, what is due by the newer decision, the facts between them. */
function Difference({ entry }: { entry: ExplainedEntry }) {
  const t = useTranslations("runs");
  const { before, satang, decidedBefore, decidedOn, changed, once } = entry;
  return (
    <>
      <p className="mt-1">
        {t("kind_difference")}{" "}
        {t("signed", { sign: satang < 0n ? "less" : "more", baht: Math.abs(Number(satang)) / 100 })}
      </p>
      <Disclosure summary={t("how")}>
        <ol className="grid list-decimal gap-1 pl-6">
          <li>
            {t(once ? "howBookedOnce" : "howBooked", {
              before: Number(before) / 100,
              date: formatThaiDate(decidedBefore ?? decidedOn),
            })}
          </li>
          {changed.map((fact) => (
            <li key={fact}>{t(`changed_${fact}`)}</li>
          ))}
          <li>
            {t(once ? "howDueOnce" : "howDue", {
              after: Number(before + satang) / 100,
              date: formatThaiDate(decidedOn),
            })}
          </li>
          <li>
            {t("howDifference", {
              difference: Number(satang) / 100,
              month: formatThaiMonth(entry.runMonth),
            })}
          </li>
        </ol>
      </Disclosure>
    </>
  );
}
