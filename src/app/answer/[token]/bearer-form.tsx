"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandForm } from "@/app/forms/command-form";
import { DoneNotice } from "@/app/forms/done-notice";
import { useAnswerFields } from "@/app/parts/answer-fields";
import { linkSteps } from "@/domain/referral";
import { Notice } from "@/ui/notice";

/** The one answer; afterwards the page only says thanks. */
export function BearerForm({ referralId, token }: { referralId: string; token: string }) {
  const t = useTranslations("referrals");
  const fields = useAnswerFields(linkSteps);
  const [done, setDone] = useState(false);
  if (done) return <DoneNotice>{t("bearerDone")}</DoneNotice>;
  return (
    <>
      <div data-screen-only className="mb-4">
        <Notice>{t("bearerOnce")}</Notice>
      </div>
      <CommandForm
        command="answerByLink"
        fixed={{ referralId }}
        bearer={token}
        onDone={() => setDone(true)}
        fields={fields}
        submit={t("bearerSave")}
      />
    </>
  );
}
