import { useTranslations } from "next-intl";
import { CommandButton } from "@/app/forms/command-button";
import { ShowAll } from "@/app/parts/show-all";
import { formatThaiDate, formatThaiDateShort } from "@/domain/thai-dates";
import type { VillageDays } from "@/server/co-interviews/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";
import { ChooseOfficer } from "./choose-officer";

type Props = { found: VillageDays };

/** Villages without a bank's officer yet, by day; below, those who are matched and have not confirmed. */
export function MatchView({ found }: Props) {
  const t = useTranslations("coInterviews");
  const { villages, overdue, officers, suggestion, matched, matchedAhead } = found;
  const matches = Object.entries(suggestion).map(([key, officerId]) => ({ key, officerId }));
  const days = [...new Set(villages.map(({ day }) => day))];
  return (
    <>
      <PageHeading
        title={
          villages.length > 0
            ? t("matchHeadline", { villages: villages.length })
            : t(matchedAhead ? "matchDone" : "matchNone")
        }
        sub={t("matchSub")}
        actions={
          matches.length > 0 && (
            <CommandButton command="matchCoInterviews" input={{ matches }}>
              {t("matchAll", { villages: matches.length })}
            </CommandButton>
          )
        }
      />
      {villages.length > 0 && officers.length === 0 && (
        <EmptyState title={t("noDays")}>{t("noDaysText")}</EmptyState>
      )}
      <div className="grid gap-6">
        {days.map((day) => (
          <section key={day} aria-label={formatThaiDate(day)}>
            <div className="mb-2">
              <h2 className="text-lg">{formatThaiDate(day)}</h2>
              {officers.length > 0 && !officers.some((officer) => officer.days.includes(day)) && (
                <p className="text-soft">{t("nobodyFree")}</p>
              )}
            </div>
            <ul className="divide-y divide-line rounded-card border border-line bg-card">
              {villages
                .filter((village) => village.day === day)
                .map((village) => (
                  <li
                    key={village.key}
                    className="flex flex-wrap items-center justify-between gap-4 p-4"
                  >
                    <Village village={village} />
                    <ChooseOfficer
                      village={village.key}
                      name={village.name}
                      suggested={suggestion[village.key] ?? null}
                      officers={officers
                        .filter((officer) => officer.days.includes(day))
                        .map(({ id, name, bank }) => ({
                          value: id,
                          label: t("suggested", { name, bank: t(`bank_${bank}`) }),
                        }))}
                    />
                  </li>
                ))}
            </ul>
          </section>
        ))}
        <Overdue villages={overdue} />
        <Matched matched={matched} />
      </div>
    </>
  );
}

/** Appointments whose day went by without a bank's officer: nothing can be matched, but they are no success either. */
function Overdue({ villages }: { villages: VillageDays["overdue"] }) {
  const t = useTranslations("coInterviews");
  if (villages.length === 0) return null;
  return (
    <Card title={t("overdue")} sub={t("overdueSub")}>
      <ul className="divide-y divide-line">
        {villages.map((village) => (
          <li key={village.key} className="py-3">
            <p className="text-soft">{formatThaiDateShort(village.day)}</p>
            <Village village={village} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Interviews that took place and are not confirmed yet. */
export function HeldView({ matched }: Pick<VillageDays, "matched">) {
  const t = useTranslations("coInterviews");
  const people = matched.reduce((sum, row) => sum + row.people, 0);
  return (
    <>
      <PageHeading title={t("heldHeadline", { people })} />
      <ShowAll href="/district/co-interviews" />
      <Matched matched={matched} />
    </>
  );
}

function Village({ village }: { village: VillageDays["villages"][number] }) {
  const t = useTranslations("coInterviews");
  return (
    <div>
      <h3 className="flex flex-wrap items-center gap-3 text-base">
        {t("villageDay", { village: village.name, people: village.people })}
        <Tag>{t("proposed", { bank: t(`bank_${village.bank}`) })}</Tag>
      </h3>
      <p className="text-soft">{t("with", { names: village.officers.join(", ") })}</p>
    </div>
  );
}

function Matched({ matched }: { matched: VillageDays["matched"] }) {
  const t = useTranslations("coInterviews");
  if (matched.length === 0) return null;
  return (
    <Card title={t("matched")}>
      <DataTable
        caption={t("matched")}
        captionHidden
        rows={matched}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "day",
            header: t("day"),
            cell: ({ day }) => <span className="keep">{formatThaiDateShort(day)}</span>,
          },
          { key: "village", header: t("village"), cell: ({ village }) => village },
          { key: "officer", header: t("officer"), cell: ({ officer }) => officer },
          {
            key: "ao",
            header: t("accountOfficer"),
            cell: ({ accountOfficers }) => accountOfficers.join(", "),
          },
          {
            key: "people",
            header: t("people"),
            align: "end",
            cell: ({ people }) => people.toLocaleString("en-US"),
          },
          {
            key: "cancel",
            header: <span className="sr-only">{t("action")}</span>,
            cell: ({ cancellable, day, village }) =>
              cancellable.length > 0 && (
                <CommandButton
                  command="cancelCoInterviews"
                  input={{ ids: cancellable }}
                  tone="quiet"
                  aria-label={`${t("cancel")} ${village} ${formatThaiDateShort(day)}`}
                >
                  {t("cancel")}
                </CommandButton>
              ),
          },
        ]}
      />
    </Card>
  );
}
