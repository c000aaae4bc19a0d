import type { ReactNode } from "react";
import { readTableOrder } from "@/domain/table-order";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";

/** What stands behind the "?" of a page's address. */
export type PageQuery = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The headings of a table by which its rows are ordered: a click puts the largest first, a click on the heading of the names
 * brings back the order in which they came. The order stands in the address under the table's name, beside that of others.
 * @param usual the order without a choice; none is that in which the rows came
 */
export function tableOrder<Key extends string>(
  table: string,
  keys: readonly Key[],
  given: PageQuery,
  usual?: Key,
) {
  const chosen = given[table];
  const by = chosen === asTheyCame ? undefined : (readTableOrder(keys, chosen) ?? usual);
  const heading = (value: string, label: string, sorted: false | true | "descending") => ({
    header: orderLink(table, { ...given, [table]: value }, label),
    label,
    sorted,
  });
  return {
    by,
    names: (label: string) => heading(asTheyCame, label, by === undefined),
    figure: (key: Key, label: string) => heading(key, label, by === key && "descending"),
  };
}

const asTheyCame = "name";

function orderLink(table: string, given: PageQuery, label: string): ReactNode {
  const query = Object.entries(given).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return (
    <Link href={`?${new URLSearchParams(query)}#${table}`} keepScroll>
      <KeepWords>{label}</KeepWords>
    </Link>
  );
}
