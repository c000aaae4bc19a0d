"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { setPicks, usePicks } from "@/app/parts/picks";
import type { PeopleOfOfficer } from "@/server/caseload/moves";
import type { DistrictOfficer } from "@/server/caseload/queries";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Officers } from "../assign-form";
import { LoadsTable } from "../loads-table";
import { useMove } from "../use-move";

type Props = {
  /** An officer to whom holders may be given. */
  officers: readonly DistrictOfficer[];
  /** The district's account officers and what they have now. */
  caring: readonly DistrictOfficer[];
  /** How many on the list each officer has; null: the move is of the people picked in this browser. */
  chosen: readonly PeopleOfOfficer[] | null;
  filter: Record<string, string>;
  whom: string;
};

/** Choose an officer, look at the loads before and after, confirm: one move. */
export function MoveForm({ officers, caring, chosen, filter, whom }: Props) {
  const t = useTranslations("caseload");
  const router = useRouter();
  const picks = usePicks();
  const [code, setCode] = useState("");
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const { send, pending, problem } = useMove("moveHolders", (people) => t("changed", { people }));
  const groups = chosen ?? countPicks(picks.map(({ officerId }) => officerId));
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  const officer = officers.find((each) => each.code === code);
  const missing = attempt > 0 && !officer ? t("choose") : undefined;
  const moving = groups
    .filter(({ officerId }) => officerId !== officer?.officerId)
    .reduce((sum, group) => sum + group.people, 0);

  const back = <Link href="/assign">{t("moveTitle")}</Link>;
  if (people === 0)
    return (
      <>
        <PageHeading eyebrow={back} title={t("moveNobody")} />
        <EmptyState
          title={t("moveNobodyText")}
          action={<LinkButton href="/holders">{t("toList")}</LinkButton>}
        />
      </>
    );

  async function confirm() {
    setAttempt(attempt + 1);
    if (!officer || moving === 0) return;
    const picked = chosen ? [] : picks.map(({ id }) => id);
    const input = { filter, picked, officerCode: code, reason, expected: moving };
    if (!(await send(input)).ok) return;
    setPicks([]);
    router.push("/assign/moves");
  }
  return (
    <>
      <PageHeading eyebrow={back} title={t("moveHeadline", { people })} sub={whom} />
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        {problem && (
          <Notice kind="error" live>
            {problem}
          </Notice>
        )}
        <ErrorSummary
          attempt={attempt}
          errors={missing ? [{ field: "officer", message: missing }] : []}
        />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="grid gap-5">
            <Officers
              officers={officers}
              legend={t("toOfficer")}
              value={code}
              onChange={setCode}
              error={missing}
            />
            <Field
              name="reason"
              label={t("reason")}
              longest={300}
              autoComplete="off"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          <div>
            <LoadsTable rows={loadsAfter(caring, groups, officer, t("nobody"))} />
            {officer && moving === 0 && (
              <div className="mt-4">
                <Notice>{t("already")}</Notice>
              </div>
            )}
          </div>
        </div>
        <ActionBar stays="always">
          <Button type="submit" pending={pending}>
            {t("confirmMove", { people: moving })}
          </Button>
        </ActionBar>
      </form>
    </>
  );
}

function countPicks(officers: readonly (string | null)[]): PeopleOfOfficer[] {
  return [...new Set(officers)].map((officerId) => ({
    officerId,
    people: officers.filter((each) => each === officerId).length,
  }));
}

/** Everybody chosen leaves their present officer and goes to the chosen one; without a chosen officer nothing changes. */
function loadsAfter(
  caring: readonly DistrictOfficer[],
  groups: readonly PeopleOfOfficer[],
  to: DistrictOfficer | undefined,
  nobody: string,
) {
  const people = groups.reduce((sum, group) => sum + group.people, 0);
  const leaving = (officerId: string | null) =>
    groups.find((group) => group.officerId === officerId)?.people ?? 0;
  const rows = caring.map(({ officerId, name, people: before }) => ({
    key: officerId,
    name,
    before,
    after: to ? before - leaving(officerId) + (to.officerId === officerId ? people : 0) : before,
  }));
  const waiting = leaving(null);
  if (waiting === 0) return rows;
  return [...rows, { key: "none", name: nobody, before: waiting, after: to ? 0 : waiting }];
}
