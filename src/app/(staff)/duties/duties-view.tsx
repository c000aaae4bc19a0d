import { useTranslations } from "next-intl";
import { type Duty, type DutyRole, type DutyStage, duties } from "@/domain/duties";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { LinkList } from "@/ui/link-list";
import { PageHeading } from "@/ui/page-heading";
import { screens } from "./screens";

const stages: readonly DutyStage[] = ["prepare", "operate", "follow_up"];

type Props = {
  role: DutyRole;
  /** What goes with the duties: the reader's team, announcements, who acts for the head. */
  more: readonly { href: string; label: string }[];
};

/** The duties of the programme's documents as a menu: each opens the page on which it is done. */
export function DutiesView({ role, more }: Props) {
  const t = useTranslations("duties");
  return (
    <>
      <PageHeading title={t("title")} sub={t("sub")} />
      <div className="grid gap-5">
        {stages.map((stage) => (
          <Card key={stage} title={t(`stage_${stage}`)}>
            <ol className="divide-y divide-line">
              {duties
                .filter((duty) => duty.role === role && duty.stage === stage)
                .map((duty) => (
                  <DutyLine key={duty.number} duty={duty} />
                ))}
            </ol>
          </Card>
        ))}
        {more.length > 0 && (
          <Card title={t("more")}>
            <LinkList links={more} layout="two" />
          </Card>
        )}
      </div>
    </>
  );
}

function DutyLine({ duty }: { duty: Duty }) {
  const t = useTranslations("duties");
  const name = `${duty.role}_${duty.number}` as "governor_1";
  const href = screens[name];
  return (
    <li className="flex items-baseline gap-3" value={duty.number}>
      <span className="w-7 shrink-0 text-right font-semibold text-soft">{duty.number}</span>
      {href ? (
        <Link href={href} className="block py-3">
          {t(name)}
        </Link>
      ) : (
        <span className="py-3">{t(name)}</span>
      )}
    </li>
  );
}
