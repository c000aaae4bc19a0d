"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { BalanceStep, Spread } from "@/domain/balance";
import type { DistrictBalance } from "@/server/caseload/balance";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { DataTable } from "@/ui/data-table";
import { DescriptionList } from "@/ui/description-list";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { LoadsTable } from "../loads-table";
import { useMove } from "../use-move";

/** The suggestion: what it changes in total, for each officer, village by village; one click carries it out. */
export function BalanceForm({ balance }: { balance: DistrictBalance }) {
  const t = useTranslations("caseload");
  const assign = useTranslations("assign");
  const router = useRouter();
  const { send, pending, problem } = useMove("balanceCaseloads", () => t("balanceChanged"));
  const { people, before, after, stamp, officers } = balance;
  const nameOf = new Map(officers.map(({ officerId, name }) => [officerId, name]));
  const back = <Link href="/assign">{t("moveTitle")}</Link>;
  if (people === 0)
    return (
      <>
        <PageHeading
          eyebrow={back}
          title={officers.length > 0 ? t("balanceEven") : assign("noOfficers")}
        />
        <EmptyState
          title={officers.length > 0 ? t("balanceEvenText") : assign("noOfficersText")}
          action={
            <LinkButton tone="secondary" href="/assign">
              {t("moveTitle")}
            </LinkButton>
          }
        />
      </>
    );

  async function confirm() {
    if ((await send({ stamp })).ok) router.push("/assign/moves");
  }
  const spread = ({ max, mean }: Spread) => t("balanceSpread", { max, mean: Math.round(mean) });
  return (
    <>
      <PageHeading
        eyebrow={back}
        title={
          after.max < before.max
            ? t("balanceHeadline", { people, before: before.max, after: after.max })
            : t("balanceHeadlineWaiting", { people, after: after.max })
        }
        sub={t("balanceSub")}
      />
      {problem && (
        <div className="mb-4">
          <Notice kind="error" live>
            {problem}
          </Notice>
        </div>
      )}
      <DescriptionList
        layout="strip"
        items={[
          { term: t("balanceBefore"), detail: spread(before) },
          { term: t("balanceAfter"), detail: spread(after) },
        ]}
      />
      <div className="mt-4 grid items-start gap-5 lg:grid-cols-2">
        <LoadsTable
          rows={balance.loads.map(({ officerId, before: had, after: has, ...places }) => ({
            key: officerId,
            name: nameOf.get(officerId) ?? "",
            before: had,
            after: has,
            ...places,
          }))}
        />
        <StepsTable balance={balance} nameOf={nameOf} />
      </div>
      <ActionBar stays="always">
        <Button pending={pending} onClick={() => void confirm()}>
          {t("balanceConfirm", { people })}
        </Button>
      </ActionBar>
    </>
  );
}

function StepsTable({
  balance: { steps, subdistricts },
  nameOf,
}: {
  balance: DistrictBalance;
  nameOf: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("caseload");
  const village = ({ village: key }: BalanceStep) => {
    const [code = "", moo] = key.split("-");
    const subdistrict = subdistricts[code] ?? code;
    return moo
      ? t("villageName", { moo: Number(moo), subdistrict })
      : t("villageNone", { subdistrict });
  };
  return (
    <Card title={t("balanceSteps")}>
      <DataTable
        caption={t("balanceSteps")}
        captionHidden
        rows={steps}
        rowKey={({ village: key, from, to }) => `${key} ${from} ${to}`}
        phone="grid"
        columns={[
          { key: "village", header: t("balanceVillage"), cell: village },
          {
            key: "way",
            header: t("balanceWay"),
            cell: ({ from, to }) => (
              <>
                <span className="block text-sm text-soft">
                  {t("balanceFrom", { name: from ? (nameOf.get(from) ?? "–") : t("nobody") })}
                </span>
                {nameOf.get(to)}
              </>
            ),
          },
          {
            key: "people",
            header: t("balancePeople"),
            align: "end",
            cell: ({ people }) => people.toLocaleString("en-US"),
          },
        ]}
      />
    </Card>
  );
}
