"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { CommandButton } from "@/app/forms/command-button";
import { Select } from "@/ui/select";

type Props = {
  village: string;
  name: string;
  suggested: string | null;
  officers: readonly { value: string; label: string }[];
};

/** One village: the suggested officer, or another who can come that day. */
export function ChooseOfficer({ village, name, suggested, officers }: Props) {
  const t = useTranslations("coInterviews");
  const id = useId();
  const [officerId, setOfficerId] = useState(suggested ?? officers[0]?.value ?? "");
  if (officers.length === 0) return null;
  return (
    <div data-screen-only className="flex flex-wrap items-end gap-3">
      <Select
        id={id}
        name="officerId"
        label={<span className="text-sm font-normal text-soft">{t("choose")}</span>}
        aria-label={`${t("choose")} ${name}`}
        placeholder={null}
        choices={officers}
        value={officerId}
        onChange={(event) => setOfficerId(event.currentTarget.value)}
      />
      <CommandButton
        command="matchCoInterviews"
        input={{ matches: [{ key: village, officerId }] }}
        tone="secondary"
      >
        {t("match")}
      </CommandButton>
    </div>
  );
}
