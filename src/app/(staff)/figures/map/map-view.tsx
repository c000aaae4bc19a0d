import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";
import { type PageQuery, tableOrder } from "@/app/parts/table-order";
import { percent } from "@/domain/dashboard";
import { mapStep, mapSteps } from "@/domain/figures/tiles";
import { holdersHref } from "@/domain/holder-filter";
import type { Role } from "@/domain/policy";
import { largestFirst } from "@/domain/table-order";
import { keysOf } from "@/domain/tables";
import type { AreaPicture, MapPart } from "@/server/figures/map";
import { Card } from "@/ui/card";
import { type AreaMark, MapLegend, ShapeMap, TileMap } from "@/ui/charts/area-map";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { FiguresFrame } from "../figures-frame";

type Props = { picture: AreaPicture; role: Role; given: PageQuery };

/** Where ทุกคน have answered and where not, as the areas lie; the same numbers as a table beside it. */
export function MapView({ picture, role, given }: Props) {
  const t = useTranslations("figures");
  const { parts } = picture;
  const goal = parts.reduce((sum, part) => sum + part.goal, 0);
  const answered = parts.reduce((sum, part) => sum + part.answered, 0);
  return (
    <FiguresFrame
      {...picture}
      picture="map"
      role={role}
      title={t("mapTitle", { answered, goal, share: percent(answered, goal) })}
      sub={t("mapSub")}
    >
      <div className="grid items-start gap-4 xl:grid-cols-[3fr_2fr]">
        <Card title={t("mapAnswered")} sub={t("mapAnsweredSub")}>
          <Places picture={picture} />
        </Card>
        <Card id="areas">
          <PartsTable picture={picture} given={given} />
        </Card>
      </div>
    </FiguresFrame>
  );
}

const unansweredOf = ({ filter }: MapPart) =>
  holdersHref({ ...filter, cohort: "must_reach", block: "unanswered" });

function Places({ picture: { parts, drawing, tiles } }: Pick<Props, "picture">) {
  const t = useTranslations("figures");
  const steps = mapSteps(parts);
  const marks = useMarks(parts, steps);
  if (!drawing && !tiles) return <EmptyState title={t("mapNone")}>{t("mapNoneText")}</EmptyState>;
  return (
    <>
      {drawing && <ShapeMap label={t("picture_map")} marks={marks} drawing={drawing} />}
      {tiles && <TileMap label={t("picture_map")} marks={marks} tiles={tiles} />}
      <MapLegend
        label={t("mapSteps")}
        words={steps.map((from, step) =>
          t(step === steps.length - 1 ? "mapStepLast" : "mapStep", {
            from: String(from),
            upTo: String(steps[step + 1]),
          }),
        )}
      />
      <p className="mt-2 text-sm text-soft">
        {drawing ? t("mapSource", { source: drawing.source }) : t("mapTiles")}
      </p>
    </>
  );
}

function useMarks(parts: readonly MapPart[], steps: readonly number[]): AreaMark[] {
  const t = useTranslations("figures");
  return parts.map((part) => {
    const { code, name, answered, goal, left } = part;
    return {
      code,
      name,
      figure: goal === 0 ? t("noData") : percent(answered, goal),
      label: t("mapMark", { name, answered, goal, share: percent(answered, goal), left }),
      step: mapStep(part, steps),
      href: left > 0 ? unansweredOf(part) : undefined,
    };
  });
}

const figures = {
  answered: ({ answered, goal }: MapPart) => (goal === 0 ? -1 : answered / goal),
  left: ({ left }: MapPart) => left,
};

function PartsTable({ picture: { area, parts }, given }: Pick<Props, "picture" | "given">) {
  const t = useTranslations("figures");
  const order = tableOrder("areas", keysOf(figures), given);
  const columns: Column<MapPart>[] = [
    {
      key: "area",
      ...order.names(t("districtCode" in area ? "subdistrict" : "district")),
      cell: ({ code, name }) =>
        "districtCode" in area ? (
          name
        ) : (
          <Link href={`/figures/map?district=${code}`} className="touch">
            {name}
          </Link>
        ),
    },
    {
      key: "answered",
      ...order.figure("answered", t("rowAnswered")),
      align: "end",
      cell: ({ answered, goal }) => (goal === 0 ? t("noData") : percent(answered, goal)),
    },
    {
      key: "left",
      ...order.figure("left", t("left")),
      align: "end",
      cell: (part) => <NumberLink count={part.left} href={unansweredOf(part)} />,
    },
  ];
  return (
    <DataTable
      caption={t("picture_map")}
      captionHidden
      phone="scroll"
      rows={largestFirst(parts, order.by && figures[order.by])}
      rowKey={({ code }) => code}
      columns={columns}
    />
  );
}
