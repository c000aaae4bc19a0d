import { useTranslations } from "next-intl";
import { ProvinceTrail } from "@/app/parts/province-trail";
import { projectAgencies } from "@/domain/agencies";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Undecided } from "@/server/decisions/queries";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

type Props = {
  papers: readonly Undecided[];
  order: { orderNumber: string } | null;
  isHead: boolean;
};

export function DecisionsView({ papers, order, isHead }: Props) {
  const t = useTranslations("readiness");
  const sub = isHead
    ? t("decisionsSub")
    : order
      ? t("decisionsSubOrder", { number: order.orderNumber })
      : t("decisionsSubNoOrder");
  return (
    <>
      <PageHeading
        eyebrow={<ProvinceTrail here={t("decisionsTitle")} />}
        title={
          papers.length > 0 ? t("decisionsHeadline", { count: papers.length }) : t("decisionsNone")
        }
        sub={sub}
      />
      {papers.length === 0 ? (
        <EmptyState title={t("decisionsNoneText")} />
      ) : (
        <Card className="max-w-3xl">
          <ul className="divide-y divide-line">
            {papers.map((paper) => (
              <li key={paper.id}>
                <Link href={paper.href} className="block py-3 no-underline hover:bg-indigo-tint">
                  <span className="block font-semibold text-indigo underline">
                    <PaperName paper={paper} />
                  </span>
                  <span className="text-sm text-soft">
                    {t("preparedBy", {
                      ...paper.preparedBy,
                      date: formatThaiDate(paper.preparedOn),
                    })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function PaperName({ paper }: { paper: Undecided }) {
  const t = useTranslations("readiness");
  const settings = useTranslations("settings");
  switch (paper.kind) {
    case "team":
      return t("kind_team", { name: paper.name });
    case "announcement":
      return t("kind_announcement", { name: paper.name });
    case "task":
      return t("kind_task", { name: paper.name, agency: projectAgencies[paper.agency].full });
    case "setting":
      return t("kind_setting", { name: settings(`key_${paper.name}`) });
  }
}
