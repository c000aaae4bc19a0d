import { useTranslations } from "next-intl";
import type { ListRead } from "@/server/one-offs/order";
import { DescriptionList } from "@/ui/description-list";

/** Row numbers of one kind that are named. */
const named = 20;

type Rows = { count: number; rows: readonly number[] };

/** What every row of a file is: a person of the province, or why it is not. */
export function RowsRead({ read }: { read: ListRead }) {
  const t = useTranslations("oneOffs");
  const { people, before } = read;
  return (
    <DescriptionList
      items={[
        { term: t("found"), detail: <strong>{t("people", { people })}</strong> },
        ...(["ended", "unknown", "twice", "elsewhere"] as const).flatMap((kind) =>
          read[kind].count === 0 ? [] : [{ term: t(kind), detail: <RowsOf of={read[kind]} /> }],
        ),
        ...(before ? [{ term: t("beside"), detail: t("besideText", before) }] : []),
      ]}
    />
  );
}

function RowsOf({ of: { count, rows } }: { of: Rows }) {
  const t = useTranslations("oneOffs");
  const shown = rows.slice(0, named).join(", ");
  return (
    <>
      {t("rows", { count })}
      <span className="block text-sm text-soft [overflow-wrap:anywhere]">
        {t(count > named ? "rowsMore" : "rowsAt", { rows: shown })}
      </span>
    </>
  );
}
