import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Door } from "@/domain/walk";

type Person = Door & { id: string; fullName: string; subdistrict: string };
type Props<Row extends Person> = {
  people: readonly Row[];
  columns: readonly { head: string; cell: (row: Row) => ReactNode }[];
};

const cellClass = "border border-ink px-3 py-2 text-left align-top";

/** A list of a day on paper: number, name, house, and what the list is for. */
export function DayTable<Row extends Person>({ people, columns }: Props<Row>) {
  const t = useTranslations("day");
  const words = useTranslations("words");
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr>
            {[t("colName"), t("colPlace"), ...columns.map(({ head }) => head)].map((head) => (
              <th key={head} className={cellClass}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, index) => (
            <tr key={person.id}>
              <td className={cellClass}>
                {index + 1}. {person.fullName}
              </td>
              <td className={cellClass}>
                {[
                  person.houseNo,
                  person.moo !== null && words("moo", { moo: person.moo }),
                  words("subdistrict", { name: person.subdistrict }),
                ]
                  .filter(Boolean)
                  .join(" ")}
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
