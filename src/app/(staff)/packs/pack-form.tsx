"use client";

import { FileText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";

type Props = {
  districtCode: string | null;
  choices: readonly { value: string; label: string }[];
};

/** Of which moment, day or round the pack is. */
export function PackForm({ districtCode, choices }: Props) {
  const t = useTranslations("packs");
  const router = useRouter();
  const { send, pending, problem } = useCommand("orderPack");
  const [period, setPeriod] = useState("now");

  async function order() {
    if ((await send({ districtCode, period })).ok) router.refresh();
  }
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void order();
      }}
    >
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      <Select
        name="period"
        label={t("period")}
        placeholder={null}
        value={period}
        onChange={(event) => setPeriod(event.currentTarget.value)}
        choices={choices}
      />
      <div>
        <Button type="submit" icon={FileText} pending={pending}>
          {t("make")}
        </Button>
      </div>
    </form>
  );
}
