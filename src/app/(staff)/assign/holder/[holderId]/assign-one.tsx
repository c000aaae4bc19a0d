"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import type { DistrictOfficer, HolderToAssign } from "@/server/caseload/queries";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { Officers } from "../../assign-form";

type Props = { holder: HolderToAssign; officers: readonly DistrictOfficer[] };

/** One holder to one account officer. */
export function AssignOne({ holder, officers }: Props) {
  const t = useTranslations("assign");
  const router = useRouter();
  const { send: assign, pending, problem } = useCommand("assignHolder");
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);

  async function send() {
    setTried(true);
    if (!code) return;
    const sent = await assign({ holderId: holder.id, officerCode: code });
    if (sent.ok) router.push(`/holders/${holder.id}`);
  }

  const back = (
    <LinkButton tone="secondary" href={`/holders/${holder.id}`}>
      {t("backToPerson")}
    </LinkButton>
  );
  if (holder.officer)
    return (
      <EmptyState
        title={t("oneAlready", { name: holder.name, officer: holder.officer })}
        action={back}
      >
        {t("oneAlreadyText")}
      </EmptyState>
    );
  return (
    <form
      noValidate
      className="grid max-w-form gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <PageHeading title={t("oneHeadline", { name: holder.name })} />
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      {officers.length === 0 ? (
        <EmptyState title={t("noOfficers")} action={back}>
          {t("noOfficersText")}
        </EmptyState>
      ) : (
        <>
          <Officers
            officers={officers}
            value={code}
            onChange={setCode}
            error={tried && !code ? t("errorOfficer") : undefined}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" pending={pending}>
              {t("oneConfirm")}
            </Button>
            {back}
          </div>
        </>
      )}
    </form>
  );
}
