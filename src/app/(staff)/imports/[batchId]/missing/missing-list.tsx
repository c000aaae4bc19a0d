import { useTranslations } from "next-intl";
import type { MissingRow } from "@/server/imports/queries";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";

export function MissingList({ people }: { people: readonly MissingRow[] }) {
  const t = useTranslations("imports");
  const words = useTranslations("words");
  return (
    <DataTable
      caption={t("missingCaption")}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("missingNone")} />}
      columns={[
        {
          key: "name",
          header: t("columnName"),
          cell: ({ id, title, firstName, lastName }) => (
            <Link href={`/holders/${id}`} className="inline-block min-h-12 py-3">
              {`${title}${firstName} ${lastName}`.trim()}
            </Link>
          ),
        },
        {
          key: "place",
          header: t("columnPlace"),
          cell: ({ moo, subdistrict, district }) =>
            [
              moo === null ? null : words("moo", { moo }),
              words("subdistrict", { name: subdistrict.name }),
              words("district", { name: district.name }),
            ]
              .filter(Boolean)
              .join(" "),
        },
      ]}
    />
  );
}
