"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandForm } from "@/app/command-form";
import { linkSteps } from "@/domain/referral";
import { Notice } from "@/ui/notice";

/** The one answer; afterwards the page only says thanks. */
export function BearerForm({ referralId, token }: { referralId: string; token: string }) {
  const t = useTranslations("referrals");
  const [done, setDone] = useState(false);
  if (done)
    return (
      <Notice kind="success" live>
        {t("bearerDone")}
      </Notice>
    );
  return (
    <>
      <div className="mb-4">
        <Notice>{t("bearerOnce")}</Notice>
      </div>
      <CommandForm
        command="answerByLink"
        fixed={{ referralId }}
        bearer={token}
        onDone={() => setDone(true)}
        fields={[
          {
            name: "step",
            kind: "choice",
            label: t("answerField"),
            choices: linkSteps.map((step) => ({
              value: step,
              label: t(`step_${step}`),
              hint: t(`stepHint_${step}`),
            })),
          },
          {
            name: "reason",
            sends: "words",
            kind: "text",
            label: t("reason"),
            when: { field: "step", is: ["refuse"] },
          },
          {
            name: "words",
            kind: "text",
            label: t("words"),
            when: { field: "step", is: ["accept", "wait_list"] },
          },
          {
            name: "nextOn",
            kind: "date",
            label: t("nextOn"),
            hint: t("nextOnHint"),
            when: { field: "step", is: ["accept", "wait_list"] },
          },
        ]}
        submit={t("bearerSave")}
      />
    </>
  );
}
