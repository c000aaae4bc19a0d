import { useTranslations } from "next-intl";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { PlaceRow } from "@/server/places/queries";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";

export function PlacesTable({ places }: { places: readonly PlaceRow[] }) {
  const t = useTranslations("desk");
  return (
    <DataTable
      caption={t("places")}
      captionHidden
      rows={places}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("places_none")}>{t("placesNoneText")}</EmptyState>}
      columns={[
        { key: "name", header: t("placeName"), cell: (place) => place.name },
        {
          key: "days",
          header: t("placeDays"),
          cell: ({ opensOn, closesOn }) => (
            <span className="keep">
              {formatThaiDateShort(opensOn)} – {formatThaiDateShort(closesOn)}
            </span>
          ),
        },
        {
          key: "opened",
          header: t("placeOpened"),
          cell: ({ openDays }) =>
            openDays.length > 0
              ? t("placeOpenedDays", { count: openDays.length })
              : t("placeNever"),
        },
      ]}
    />
  );
}
