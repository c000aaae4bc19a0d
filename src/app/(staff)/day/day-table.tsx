import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Door } from "@/domain/walk";
import { KeepWords } from "@/ui/keep-words";

type Person = Door & { id: string; fullName: string; subdistrict: string };
type Props<Row extends Person> = {
  people: readonly Row[];
  /** `write`: wide enough to write in by hand. */
  columns: readonly { head: string; write?: boolean; cell: (row: Row) => ReactNode }[];
};

const cellClass = "border border-ink px-3 py-2 text-left align-top";

/** A list of a day on paper: number, name, house, and what the list is for. */
export function DayTable<Row extends Person>({ people, columns }: Props<Row>) {
  const t = useTranslations("day");
  const words = useTranslations("words");
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-176 border-collapse text-sm print:min-w-0">
        <thead>
          <tr>
            {[{ head: t("colName") }, { head: t("colPlace") }, ...columns].map((column) => (
              <th
                key={column.head}
                className={`${cellClass} ${"write" in column && column.write ? "w-1/4 min-w-40" : ""}`}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, index) => (
            <tr key={person.id}>
              <td className={cellClass}>
                {index + 1}. <KeepWords>{person.fullName}</KeepWords>
              </td>
              <td className={cellClass}>
                {person.houseNo}{" "}
                {person.moo !== null && (
                  <span className="keep">{words("moo", { moo: person.moo })}</span>
                )}{" "}
                <span className="keep">{words("subdistrict", { name: person.subdistrict })}</span>
              </td>
              {columns.map(({ head, cell }) => (
                <td key={head} className={cellClass}>
                  {cell(person)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
