import { useTranslations } from "next-intl";
import { percent } from "@/domain/dashboard";
import { figureQuery } from "@/domain/figures/area";
import { takeUpParts } from "@/domain/figures/take-up";
import type { Role } from "@/domain/policy";
import { referralsHref } from "@/domain/referral-filter";
import type { TakeUpFigures } from "@/server/figures/take-up";
import { Card } from "@/ui/card";
import { Bars } from "@/ui/charts/bars";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { FilterLinks } from "@/ui/filter-links";
import { FiguresFrame } from "../figures-frame";
import { AgesCard } from "./ages-card";
import { partColumns, usePartWords } from "./part-columns";

/** What became of the projects that people chose, and which agencies leave what was sent unanswered. */
export function TakeUpView({ takeUp, role }: { takeUp: TakeUpFigures; role: Role }) {
  const t = useTranslations("takeUp");
  const { area, by, parts } = takeUp;
  const sum = (of: (part: TakeUpFigures["parts"][number]) => number) =>
    parts.reduce((all, part) => all + of(part), 0);
  const sent = sum((part) => part.sent);
  const voice = usePartWords(takeUp);
  const query = figureQuery(area);
  return (
    <FiguresFrame
      {...takeUp}
      picture="take-up"
      role={role}
      title={t("title", {
        sent,
        awaited: sum(({ states }) => states.sent),
        completed: sum(({ states }) => states.completed),
      })}
      sub={t("sub")}
    >
      <FilterLinks
        label={t("by")}
        choices={takeUpParts.map((each) => ({
          href: `/figures/take-up${query}${query ? "&" : "?"}by=${each}`,
          label: t(`by_${each}`),
          current: each === by,
        }))}
      />
      <div className="grid grid-cols-1 gap-4">
        <Card title={t(`picture_${by}`)} sub={t("pictureSub")}>
          {sent === 0 ? (
            <EmptyState title={t("nothingSent")} />
          ) : (
            <Bars
              label={t(`picture_${by}`)}
              max={Math.max(...parts.map((part) => part.sent))}
              bars={parts
                .filter((part) => part.sent > 0)
                .map((part) => ({
                  key: part.part,
                  label: voice.nameOf(part),
                  count: part.sent,
                  share: percent(part.sent, sent),
                  href: referralsHref({ ...voice.filterOf(part), sent: "yes" }),
                }))}
            />
          )}
        </Card>
        <Card title={t("tableTitle")} sub={t(by === "project" ? "tableSub" : "tableSubParts")}>
          <DataTable
            caption={t("tableTitle")}
            captionHidden
            phone="scroll"
            rows={parts}
            rowKey={({ part }) => part}
            empty={<EmptyState title={t("nothingChosen")} />}
            columns={partColumns(takeUp, voice)}
          />
        </Card>
        <AgesCard takeUp={takeUp} />
      </div>
    </FiguresFrame>
  );
}
