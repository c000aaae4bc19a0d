import { useTranslations } from "next-intl";
import { PrintButton } from "@/app/printed/print-button";
import { formatThaiMonth } from "@/domain/thai-dates";
import type { ChangedPeople, ChangedSum } from "@/server/rules/changed-people";
import type { RuleVersionView } from "@/server/rules/queries";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { LettersOfPeople } from "./letters";

type Props = { version: RuleVersionView; list: ChangedPeople };

/** Whose sum is another one by the version; the letters to the people on this page print with it. */
export function ChangedPeopleView({ version, list: { people, next } }: Props) {
  const t = useTranslations("rules");
  return (
    <>
      <div data-screen-only>
        <PageHeading
          eyebrow={<Link href={`/rules/${version.id}`}>{version.about}</Link>}
          title={t("peopleTitle")}
          sub={t("peopleSub")}
          actions={people.length > 0 && <PrintButton label={t("lettersPrint")} />}
        />
        <DataTable
          caption={t("peopleTitle")}
          captionHidden
          rows={people}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("peopleNone")} />}
          columns={[
            {
              key: "name",
              header: t("peopleName"),
              cell: ({ id, name }) => <Link href={`/holders/${id}`}>{name}</Link>,
            },
            {
              key: "place",
              header: t("peoplePlace"),
              cell: ({ subdistrict: { name, district } }) =>
                t("peopleAt", { subdistrict: name, district: district.name }),
            },
            {
              key: "before",
              header: t("columnBefore"),
              align: "end",
              cell: (row) => <Sum sum={row.before} />,
            },
            {
              key: "after",
              header: t("columnAfter"),
              align: "end",
              cell: (row) => (
                <strong>
                  <Sum sum={row.after} />
                </strong>
              ),
            },
          ]}
        />
        {next && (
          <p className="mt-4">
            <LinkButton tone="secondary" href={`/rules/${version.id}/people?after=${next}`}>
              {t("peopleNext")}
            </LinkButton>
          </p>
        )}
      </div>
      <LettersOfPeople version={version} people={people} />
    </>
  );
}

function Sum({ sum: { satang, lastMonth } }: { sum: ChangedSum }) {
  const t = useTranslations("rules");
  if (!lastMonth) return t("sumNone");
  return t("sumUntil", { baht: Number(satang) / 100, month: formatThaiMonth(lastMonth) });
}
