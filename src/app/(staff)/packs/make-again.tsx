"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/app/forms/use-command";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";

/** Makes the files of a pack again, from what is kept of it. */
export function MakeAgain({ packId }: { packId: string }) {
  const t = useTranslations("packs");
  const router = useRouter();
  const { send, pending, problem } = useCommand("remakePack");
  return (
    <>
      <Button
        tone="secondary"
        pending={pending}
        onClick={async () => {
          if ((await send({ packId })).ok) router.refresh();
        }}
      >
        {t("again")}
      </Button>
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
    </>
  );
}
