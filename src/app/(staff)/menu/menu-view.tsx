import { useTranslations } from "next-intl";
import type { DutyStage } from "@/domain/duties";
import { Card } from "@/ui/card";
import { LinkList } from "@/ui/link-list";
import { PageHeading } from "@/ui/page-heading";
import { type MenuReader, menuPagesOf, menuStages } from "./menu-pages";

type Props = { reader: MenuReader; now: DutyStage };

/** Every page of the reader's role, those of the season first. */
export function MenuView({ reader, now }: Props) {
  const t = useTranslations("menu");
  const stages = [now, ...menuStages.filter((stage) => stage !== now)];
  return (
    <>
      <PageHeading title={t("title")} sub={menuPagesOf(reader, now).length > 0 && t("sub")} />
      <div className="flex flex-col gap-5">
        {stages.map((stage) => {
          const pages = menuPagesOf(reader, stage);
          if (pages.length === 0) return null;
          const name = t(`stage_${stage}`);
          return (
            <Card key={stage} title={stage === now ? t("now", { stage: name }) : name}>
              <LinkList links={pages.map((href) => ({ href, label: t(href) }))} layout="four" />
            </Card>
          );
        })}
      </div>
    </>
  );
}
