import { useTranslations } from "next-intl";
import type { RuleDifference } from "@/domain/rules/differences";
import type { RuleVersionView } from "@/server/rules/queries";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { Disclosure } from "@/ui/disclosure";
import { differenceWords } from "./difference-words";

/** What follows from the others, or is for the machine: shown, but folded away. */
const following = new Set(["words", "reasons", "source", "version", "overCeiling"]);
const forMachine = /(^|\.)(reasons|reason|dimensionSource|printed|confidence|project|id)(\.|$)/;
const isFollowing = ({ part, at }: RuleDifference) => following.has(part) || forMachine.test(at);

/** What the version changes, side by side with the set that it follows. */
export function ChangesCard({ version }: { version: RuleVersionView }) {
  const t = useTranslations("rules");
  const { differences, before } = version;
  const told = differences.filter(({ part }) => part !== "inForceFrom");
  const main = told.filter((each) => !isFollowing(each));
  const others = told.filter(isFollowing);
  return (
    <Card title={t("changesTitle")} sub={t("changesFrom", { name: before.words.rules })}>
      {main.length === 0 ? (
        <p className="text-soft">{t("changesNone")}</p>
      ) : (
        <Differences version={version} rows={main} />
      )}
      {others.length > 0 && (
        <Disclosure summary={t("changesWords", { count: others.length })}>
          <Differences version={version} rows={others} />
        </Disclosure>
      )}
    </Card>
  );
}

type Props = { version: RuleVersionView; rows: readonly RuleDifference[] };

function Differences({ version, rows }: Props) {
  const t = useTranslations("rules");
  const { placeOf, valueSaid } = differenceWords(version, {
    rules: t,
    words: useTranslations("words"),
    assessment: useTranslations("assessment"),
  });
  return (
    <DataTable
      caption={t("changesTitle")}
      captionHidden
      rows={rows}
      rowKey={({ part, at }) => `${part}.${at}`}
      columns={[
        {
          key: "what",
          header: t("columnWhat"),
          cell: (row) => (
            <>
              {placeOf(row)}
              {row.clause && <span className="block text-sm text-soft">{row.clause}</span>}
            </>
          ),
        },
        { key: "before", header: t("columnBefore"), cell: (row) => valueSaid(row, row.before) },
        {
          key: "after",
          header: t("columnAfter"),
          cell: (row) => <strong>{valueSaid(row, row.after)}</strong>,
        },
      ]}
    />
  );
}
