import { useTranslations } from "next-intl";
import { CommandButton } from "@/app/forms/command-button";
import { CommandForm } from "@/app/forms/command-form";
import { PhoneLink } from "@/app/parts/phone-link";
import { formatThaiDate, formatThaiTime } from "@/domain/thai-dates";
import type { OnPaper, OwnCoInterviews } from "@/server/co-interviews/queries";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";
import { Tag } from "@/ui/tag";

type Props = {
  own: OwnCoInterviews | null;
  papers: readonly OnPaper[] | null;
  districtCode: string | null;
};

/** A bank officer's page: what they must confirm on top, then what is to come, their days, and what is confirmed. */
export function CoInterviewsView({ own, papers, districtCode }: Props) {
  const t = useTranslations("coInterviews");
  const rows = own?.rows ?? [];
  const today = own?.today ?? "";
  const open = rows.filter(({ status, day }) => status === "matched" && day <= today);
  const coming = rows.filter(({ status, day }) => status === "matched" && day > today).reverse();
  const done = rows.filter(({ status }) => status !== "matched");
  const count = open.length + (papers?.length ?? 0);
  return (
    <>
      <PageHeading
        title={
          count === 0
            ? t("ownNone")
            : papers
              ? t("paperHeadline", { count })
              : t("ownHeadline", { count })
        }
        sub={papers ? t("paperSub") : t("ownSub")}
      />
      {count + rows.length === 0 && (
        <EmptyState title={t("ownNone")}>{t(papers ? "paperNoneText" : "ownNoneText")}</EmptyState>
      )}
      {papers && <Papers papers={papers} />}
      <Days title={t("toAttest")} rows={open} attest />
      <Days title={t("coming")} rows={coming} />
      {own && <BankDays own={own} districtCode={districtCode} />}
      {done.length > 0 && (
        <Disclosure summary={t("attestedCount", { count: done.length })}>
          <Days title={t("attested")} rows={done} />
        </Disclosure>
      )}
    </>
  );
}

type Row = OwnCoInterviews["rows"][number];

/** By day; a whole day is confirmed with one click, or each meeting by itself. */
function Days({
  title,
  rows,
  attest = false,
}: {
  title: string;
  rows: readonly Row[];
  attest?: boolean;
}) {
  const t = useTranslations("coInterviews");
  if (rows.length === 0) return null;
  const days = [...new Set(rows.map(({ day }) => day))];
  return (
    <section aria-label={title} className="mb-8">
      <h2 className="mb-3 text-lg">{title}</h2>
      {days.map((day, nth) => {
        const group = rows.filter((row) => row.day === day);
        return (
          <section key={day} aria-label={`${title} ${formatThaiDate(day)}`} className="mb-4">
            <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
              <h3 className="text-base">{formatThaiDate(day)}</h3>
              {attest && (
                <CommandButton
                  command="attestCoInterviews"
                  input={{ ids: group.map(({ id }) => id), status: "confirmed" }}
                  tone={nth === 0 ? "primary" : "secondary"}
                >
                  {t("attestDay", { count: group.length })}
                </CommandButton>
              )}
            </div>
            <ul className="divide-y divide-line rounded-card border border-line bg-card">
              {group.map((row) => (
                <Person key={row.id} row={row} attest={attest} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function Person({ row, attest }: { row: Row; attest: boolean }) {
  const t = useTranslations("coInterviews");
  const visits = useTranslations("visits");
  const { personName, village, meetAt, status, onPaper, accountOfficer } = row;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
      <div className="min-w-0">
        <p className="font-semibold">{personName}</p>
        <p className="text-soft">
          {[
            village,
            status === "matched" &&
              (meetAt ? visits("time", { time: formatThaiTime(meetAt) }) : t("anyTime")),
            t("withOfficer", { name: accountOfficer.name }),
          ]
            .filter(Boolean)
            .join(" · ")}
          {accountOfficer.phone && (
            <>
              {" · "}
              <PhoneLink number={accountOfficer.phone} />
            </>
          )}
        </p>
      </div>
      {attest ? (
        <CommandButton
          command="attestCoInterviews"
          input={{ ids: [row.id], status: "not_held" }}
          tone="secondary"
          aria-label={`${t("notHeld")} ${personName}`}
        >
          {t("notHeld")}
        </CommandButton>
      ) : (
        status !== "matched" && (
          <Tag tone={status === "confirmed" ? "done" : "quiet"}>
            {t(onPaper ? "onPaper" : `status_${status}`)}
          </Tag>
        )
      )}
    </li>
  );
}

/** The days on which the officer can come, and the form that adds another. */
function BankDays({ own, districtCode }: { own: OwnCoInterviews; districtCode: string | null }) {
  const t = useTranslations("coInterviews");
  return (
    <div className="mb-8 max-w-form">
      <Card title={t("days")}>
        {own.days.length === 0 && <p className="text-soft">{t("daysNone")}</p>}
        <ul className="mb-4 divide-y divide-line">
          {own.days.map(({ id, day, district }) => (
            <li key={id} className="flex items-center justify-between gap-3 py-1">
              <span>
                {formatThaiDate(day)}
                <span className="block text-sm text-soft">{district}</span>
              </span>
              <CommandButton
                command="withdrawBankDay"
                input={{ bankDayId: id }}
                tone="quiet"
                aria-label={`${t("withdraw")} ${formatThaiDate(day)}`}
              >
                {t("withdraw")}
              </CommandButton>
            </li>
          ))}
        </ul>
        <CommandForm
          command="offerBankDay"
          fields={[
            { name: "day", kind: "date", label: t("offerDay") },
            {
              name: "districtCode",
              kind: "select",
              label: t("district"),
              initial: districtCode ?? "",
              choices: Object.entries(own.districts).map(([value, label]) => ({ value, label })),
            },
          ]}
          submit={t("offer")}
          tone="secondary"
        />
      </Card>
    </div>
  );
}

function Papers({ papers }: { papers: readonly OnPaper[] }) {
  const t = useTranslations("coInterviews");
  if (papers.length === 0) return null;
  return (
    <ul className="mb-8 divide-y divide-line rounded-card border border-line bg-card">
      {papers.map(({ id, personName, village, officerName, day }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
          <div>
            <p className="font-semibold">{personName}</p>
            <p className="text-soft">
              {[village, formatThaiDate(day), t("event", { name: officerName })].join(" · ")}
            </p>
          </div>
          <CommandButton
            command="attestCoInterviews"
            input={{ ids: [id], status: "confirmed" }}
            tone="secondary"
            aria-label={`${t("paperAttest")} ${personName}`}
          >
            {t("paperAttest")}
          </CommandButton>
        </li>
      ))}
    </ul>
  );
}
