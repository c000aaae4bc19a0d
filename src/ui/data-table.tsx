import { type ReactNode, useId } from "react";
import { KeepWords } from "./keep-words";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** The words of a header that is more than words, for the values of a stacked row. */
  label?: string;
  cell: (row: Row) => ReactNode;
  /** `end` for figures. */
  align?: "start" | "end";
  /** The cell that names the row; the first column where none is marked. */
  rowHeader?: boolean;
  /** Left out where rows are stacked: shown elsewhere, or not needed on a phone. */
  wide?: boolean;
  /**
   * Where the value stands in a `line`: under the name, at the end of that second line, there instead of what is at the end,
   * or at the end of the row as high as the row. Others follow on lines of their own.
   */
  inLine?: "under" | "end" | "instead" | "press";
  /** Not on paper, where the rows are to fit a sheet. */
  screenOnly?: boolean;
  /** The rows are in the order of this column; `descending`: the largest first. */
  sorted?: boolean | "descending";
};

type Props<Row> = {
  caption: ReactNode;
  /** Hides the caption from sight where a heading already says it. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Sums; the first cell is its header. */
  footer?: readonly ReactNode[];
  /** Shown instead of an empty table: an `EmptyState`. */
  empty?: ReactNode;
  /**
   * `grid` keeps columns on a phone (few, narrow ones); `scroll` keeps many, to be compared row by row: they move within the
   * frame beside the row's name; `stack` makes each row a small card; `line` is two lines of text a row, as `inLine` of each
   * column says, without the names of columns; a finger opens the row anywhere.
   */
  phone?: Phone;
};
type Phone = "stack" | "grid" | "scroll" | "line";

/**
 * Rows of one list. On a phone each row is stacked with its column's name beside every value;
 * the roles are written out because a changed `display` takes a table's own away.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, footer, empty } = props;
  const { phone = "stack" } = props;
  const id = useId();
  const rowHeader = columns.find((column) => column.rowHeader)?.key ?? columns[0]?.key;
  if (rows.length === 0 && empty) return empty;
  return (
    // What moves within its frame is moved with keys as well.
    <div
      className="table-frame"
      {...(phone === "scroll" && { role: "group", "aria-labelledby": id, tabIndex: 0 })}
    >
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table role="table" {...onPhone(phone)} className="data-table figures">
        <caption id={id} className={captionHidden ? "sr-only" : undefined}>
          {caption}
        </caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {columns.map((column) => (
              // biome-ignore lint/a11y/noRedundantRoles: see above
              <th role="columnheader" key={column.key} scope="col" {...ofHeader(column)}>
                {/* A narrow column breaks its name between words only: "รอมอบ|หมาย" reads as two. */}
                {typeof column.header === "string" ? (
                  <KeepWords always={phone === "grid"}>{column.header}</KeepWords>
                ) : (
                  <>
                    {column.header}
                    {/* What a heading says that is pressed, where rows are stacked and nothing is pressed. */}
                    {column.label && <span className="stacked-name">{column.label}</span>}
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {rows.map((row) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <tr role="row" key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} {...{ column, phone }} heads={column.key === rowHeader}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {footer && <Footer<Row> cells={footer} {...{ columns, phone }} />}
      </table>
    </div>
  );
}

const onPhone = (phone: Phone) => ({
  "data-stack": phone === "stack" || phone === "line" || undefined,
  "data-scroll": phone === "scroll" || undefined,
  "data-line": phone === "line" || undefined,
});

const ofHeader = ({ align, sorted, screenOnly }: Pick<Column<unknown>, HeaderKey>) => ({
  "data-align": align,
  "data-screen-only": screenOnly || undefined,
  "aria-sort": sorted ? (sorted === true ? ("ascending" as const) : sorted) : undefined,
});

type HeaderKey = "align" | "sorted" | "screenOnly";

type CellProps<Row> = {
  column: Column<Row>;
  heads: boolean;
  phone: Phone;
  children: ReactNode;
};

function Cell<Row>({ column, heads, phone, children }: CellProps<Row>) {
  const { header, label, align, wide, inLine, screenOnly } = column;
  if (heads)
    return (
      // biome-ignore lint/a11y/noRedundantRoles: see DataTable
      <th role="rowheader" scope="row" data-align={align}>
        {typeof children === "string" ? <KeepWords>{children}</KeepWords> : children}
      </th>
    );
  const name = label ?? (typeof header === "string" ? header : undefined);
  const named = {
    "data-label": phone === "stack" ? name : undefined,
    "data-wide": wide || undefined,
    "data-in-line": inLine,
    "data-screen-only": screenOnly || undefined,
  };
  const boxed = phone === "stack" || phone === "line";
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see DataTable
    <td role="cell" data-align={align} {...named}>
      {boxed ? <div>{children}</div> : children}
    </td>
  );
}

type FooterProps<Row> = {
  cells: readonly ReactNode[];
  columns: readonly Column<Row>[];
  phone: Phone;
};

function Footer<Row>({ cells, columns, phone }: FooterProps<Row>) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see DataTable
    <tfoot role="rowgroup">
      {/* biome-ignore lint/a11y/noRedundantRoles: see DataTable */}
      <tr role="row">
        {columns.map((column, index) => (
          <Cell key={column.key} {...{ column, phone }} heads={index === 0}>
            {cells[index]}
          </Cell>
        ))}
      </tr>
    </tfoot>
  );
}
