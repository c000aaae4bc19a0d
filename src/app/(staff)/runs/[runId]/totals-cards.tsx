import { useTranslations } from "next-intl";
import { bandNamed } from "@/domain/rules/rule-words";
import { formatThaiMonthShort } from "@/domain/thai-dates";
import type { Booked } from "@/server/month-runs/totals";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { DescriptionList } from "@/ui/description-list";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import type { RunPageProps } from "./run-page";

const baht = (satang: bigint) => Number(satang) / 100;
const figure = (value: number) => value.toLocaleString("en-US");

/** The control totals of a run, and whether they are what is due now. */
export function TotalsCard({ run, totals, due, rules }: RunPageProps) {
  const t = useTranslations("runs");
  const { thisMonth, rates, late, once } = totals;
  const place = (key: string) => rules.incomeBands.findIndex(({ id }) => id === key);
  const inOrder = [...totals.bands].sort((one, next) => place(one.key) - place(next.key));
  const same = due?.people === thisMonth.people && due.satang === thisMonth.satang;
  return (
    <Card title={t("totals")}>
      <DescriptionList
        items={[
          {
            term: t("peopleThisMonth"),
            detail: (
              <strong>
                {t("people", thisMonth)} · {t("baht", { baht: baht(thisMonth.satang) })}
              </strong>
            ),
          },
          ...rates.map(({ satang, people }) => ({
            term: t("rate", { rate: baht(satang) }),
            detail: t("people", { people }),
          })),
          ...inOrder.map(({ key, now, before }) => ({
            term: t("band", { year: rules.words.incomeYear, band: bandLabel(key) }),
            detail: (
              <>
                {t("people", now)} · {t("baht", { baht: baht(now.satang) })}
                {totals.before && (
                  <span className="block text-sm text-soft">
                    {t("bandBefore", { people: before.people, baht: baht(before.satang) })}
                  </span>
                )}
              </>
            ),
          })),
          ...(late.entries > 0
            ? [
                {
                  term: t("lateMonths"),
                  detail: `${t("entries", late)} · ${t("baht", { baht: baht(late.satang) })}`,
                },
              ]
            : []),
          ...once.map(({ list, name, month, baht: rate, entries, satang }) => ({
            term: t("once", { name, month: formatThaiMonthShort(month), rate }),
            detail: (
              <Link href={`/rules/lists/${list}`} className="touch">
                {t("people", { people: entries })} · {t("baht", { baht: baht(satang) })}
              </Link>
            ),
          })),
        ]}
      />
      {due && run.step !== "calculating" && (
        <div className="mt-4">
          {same ? (
            <Notice kind="success">
              <p>{t("matches")}</p>
            </Notice>
          ) : (
            <Notice kind="warn">
              <p>{t("differs", { people: due.people, baht: baht(due.satang) })}</p>
              <p>{t("differsOpen")}</p>
            </Notice>
          )}
        </div>
      )}
    </Card>
  );

  function bandLabel(key: string) {
    const band = rules.incomeBands.find(({ id }) => id === key);
    return band ? bandNamed(rules, band.id) : key;
  }
}

/** How many differences the run booked, down and up, with the way to their list. */
export function DifferencesCard({ run, totals }: RunPageProps) {
  const t = useTranslations("runs");
  const { less, more } = totals.differences;
  if (less.entries + more.entries === 0)
    return (
      <Card title={t("differences")}>
        <p>{t("differencesNone")}</p>
      </Card>
    );
  return (
    <Card
      title={t("differences")}
      actions={
        <LinkButton tone="secondary" href={`/differences?run=${run.id}`}>
          {t("all", { entries: less.entries + more.entries })}
        </LinkButton>
      }
    >
      <DescriptionList
        items={[
          { term: t("less"), part: less },
          { term: t("more"), part: more },
        ].map(({ term, part }) => ({
          term,
          detail: `${t("entries", part)} · ${t("baht", { baht: baht(part.satang) })}`,
        }))}
      />
    </Card>
  );
}

/** The districts, each beside the month before. */
export function DistrictsCard({ run, totals, districts }: RunPageProps) {
  const t = useTranslations("runs");
  const sum = (of: "now" | "before"): Booked => ({
    people: totals.districts.reduce((all, row) => all + row[of].people, 0),
    satang: totals.districts.reduce((all, row) => all + row[of].satang, 0n),
  });
  const columns = [
    { key: "people", header: t("colPeople"), cell: (row: Row) => figure(row.now.people) },
    { key: "baht", header: t("colBaht"), cell: (row: Row) => figure(baht(row.now.satang)) },
    { key: "before", header: t("colBefore"), cell: (row: Row) => figure(row.before.people) },
    {
      key: "bahtBefore",
      header: t("colBahtBefore"),
      cell: (row: Row) => figure(baht(row.before.satang)),
    },
  ].slice(0, totals.before ? 4 : 2);
  const whole = { key: "", now: sum("now"), before: sum("before") };
  return (
    <Card title={t(totals.before ? "byDistrict" : "byDistrictAlone")}>
      <DataTable
        caption={formatThaiMonthShort(run.month)}
        captionHidden
        phone="grid"
        rows={totals.districts}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "district",
            header: t("district"),
            rowHeader: true,
            cell: ({ key }) => <KeepWords>{districts[key] ?? key}</KeepWords>,
          },
          ...columns.map((column) => ({ ...column, align: "end" as const })),
        ]}
        footer={[t("total"), ...columns.map(({ cell }) => cell(whole))]}
      />
    </Card>
  );
}
type Row = RunPageProps["totals"]["districts"][number];

/** Some people of the run, to look at how their amount came about. */
export function SampleCard({ sample }: RunPageProps) {
  const t = useTranslations("runs");
  if (sample.length === 0) return null;
  return (
    <Card title={t("sample")} sub={t("sampleText")}>
      <ul className="divide-y divide-line">
        {sample.map(({ holderId, name, month, once, satang }) => (
          <li key={holderId}>
            <Link
              href={`/holders/${holderId}`}
              className="grid min-h-12 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4"
            >
              <KeepWords>{name}</KeepWords>
              <span className="keep">
                {once && `${once} `}
                {t("booked", { month: formatThaiMonthShort(month), baht: baht(satang) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
