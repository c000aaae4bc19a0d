import { useTranslations } from "next-intl";
import { aoAgencies } from "@/domain/agencies";
import { agencyNames, type ReadLine } from "@/domain/officer-lines";
import { formatPhone } from "@/domain/phone";
import { DataTable } from "@/ui/data-table";
import { Notice } from "@/ui/notice";

type Understood = Extract<ReadLine, { ok: true }>;
type Props = {
  lines: readonly ReadLine[];
  /** What becomes of a line that was understood. */
  account: (line: Understood) => React.ReactNode;
  withAgency?: boolean;
};

/** The lines of a pasted list that were understood, and a sentence for each one that was not. */
export function PastedLines({ lines, account, withAgency = true }: Props) {
  const t = useTranslations("officers");
  const faults = lines.filter((line) => !line.ok);
  const understood = lines.filter((line) => line.ok);
  const agencies = agencyNames.join(" ");
  return (
    <div aria-live="polite" className="grid gap-4">
      {faults.length > 0 && (
        <Notice kind="warn" title={t("notUnderstood", { count: faults.length })}>
          <ul className="list-disc pl-6">
            {faults.map(({ number, fault, about }) => (
              <li key={number}>
                {t(`fault_${fault}`, { number, about: about ?? t("blank"), agencies })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {understood.length > 0 && (
        <DataTable
          caption={t("understood", { count: understood.length })}
          rows={understood}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: "name", header: t("name"), cell: ({ officer }) => officer.name },
            ...(withAgency
              ? [
                  {
                    key: "agency",
                    header: t("agency"),
                    cell: ({ officer }: Understood) => aoAgencies[officer.agency].name,
                  },
                ]
              : []),
            {
              key: "phone",
              header: t("phone"),
              cell: ({ officer }) => <span className="keep">{formatPhone(officer.phone)}</span>,
            },
            { key: "account", header: t("account"), cell: account },
          ]}
        />
      )}
    </div>
  );
}
