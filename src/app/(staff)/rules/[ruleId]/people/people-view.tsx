import { useTranslations } from "next-intl";
import { PrintButton } from "@/app/printed/print-button";
import type { WrittenPaper } from "@/domain/official-paper";
import { formatThaiMonth } from "@/domain/thai-dates";
import type { ChangedPeople, ChangedSum } from "@/server/rules/changed-people";
import type { RuleVersionView } from "@/server/rules/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { KeepWords } from "@/ui/keep-words";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";
import { LettersOfPeople } from "./letters";

type Props = { version: RuleVersionView; list: ChangedPeople; letters: readonly WrittenPaper[] };

/** Whose sum is another one by the version; the letters to the people on this page print with it. */
export function ChangedPeopleView({ version, list: { people, next }, letters }: Props) {
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
        {people.length === 0 ? (
          <EmptyState title={t("peopleNone")} />
        ) : (
          <Card>
            <DataTable
              caption={t("peopleTitle")}
              captionHidden
              rows={people}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "name",
                  header: t("peopleName"),
                  rowHeader: true,
                  cell: ({ id, name }) => (
                    <Link href={`/holders/${id}`} className="touch">
                      <KeepWords>{name}</KeepWords>
                    </Link>
                  ),
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
          </Card>
        )}
        <Pager nextHref={next && `/rules/${version.id}/people?after=${next}`} />
      </div>
      <LettersOfPeople letters={letters} />
    </>
  );
}

function Sum({ sum: { satang, lastMonth } }: { sum: ChangedSum }) {
  const t = useTranslations("rules");
  if (!lastMonth) return t("sumNone");
  return t("sumUntil", { baht: Number(satang) / 100, month: formatThaiMonth(lastMonth) });
}
