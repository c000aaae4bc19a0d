import { useTranslations } from "next-intl";
import { mayEver, type Role } from "@/domain/policy";
import type { AnswerLines } from "@/server/month-runs/answers";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";
import { Tag } from "@/ui/tag";

type Props = AnswerLines & { runId: string; role: Role };

/** The lines that differ, each with its case file and the inquiry about it. */
export function AnswerLinesView({ lines, more, page, runId, role }: Props) {
  const t = useTranslations("runAnswers");
  const baht = (satang: bigint | null) =>
    satang === null ? t("notNamed") : (Number(satang) / 100).toLocaleString("en-US");
  const href = (at: number) => `/runs/${runId}/answer?page=${at}`;
  return (
    <>
      <PageHeading
        eyebrow={
          <Link href={`/runs/${runId}#answer`} className="underline">
            {t("title")}
          </Link>
        }
        title={t("linesTitle")}
      />
      <div className="grid gap-4">
        <Card>
          <DataTable
            caption={t("linesTitle")}
            captionHidden
            rows={lines}
            rowKey={({ holderId }) => holderId}
            empty={<EmptyState title={t("linesNone")} />}
            columns={[
              {
                key: "name",
                header: t("name"),
                rowHeader: true,
                cell: ({ holderId, name }) => (
                  <Link href={`/holders/${holderId}#ledger`} className="touch">
                    <KeepWords>{name}</KeepWords>
                  </Link>
                ),
              },
              {
                key: "outcome",
                header: t("outcome"),
                cell: ({ outcome }) => t(`outcome_${outcome}`),
              },
              { key: "ours", header: t("ours"), align: "end", cell: ({ booked }) => baht(booked) },
              {
                key: "theirs",
                header: t("theirs"),
                align: "end",
                cell: ({ satang }) => baht(satang),
              },
              {
                key: "state",
                header: t("state"),
                cell: ({ holderId, inquiry }) =>
                  inquiry ? (
                    <Link href={`/inquiries/${inquiry.id}`} className="touch">
                      <Tag tone={inquiry.answered ? "done" : "due"}>
                        {t(inquiry.answered ? "state_answered" : "state_asked")}
                      </Tag>
                    </Link>
                  ) : mayEver({ role }, "inquiry.record") ? (
                    <Link href={`/inquiries/new?holder=${holderId}`} className="touch">
                      {t("ask")}
                    </Link>
                  ) : (
                    <Tag tone="due">{t("state_open")}</Tag>
                  ),
              },
            ]}
          />
        </Card>
        <Pager
          previousHref={page > 1 ? href(page - 1) : null}
          nextHref={more ? href(page + 1) : null}
        />
      </div>
    </>
  );
}
