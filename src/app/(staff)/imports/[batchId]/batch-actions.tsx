"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSender } from "@/app/forms/use-command";
import type { ImportBatch } from "@/server/imports/queries";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";

type Props = {
  batch: Pick<ImportBatch, "id" | "number" | "status" | "created" | "changed" | "runAt">;
};

type Act = "startImport" | "discardImport" | "undoImport";

/** What can be done with a batch in its state: save it, cancel it, continue, undo it. */
export function BatchActions({ batch }: Props) {
  const t = useTranslations("imports");
  const router = useRouter();
  const { send, problem } = useSender();
  const [pending, setPending] = useState<Act | null>(null);
  const [asking, setAsking] = useState(false);

  async function act(name: Act) {
    setPending(name);
    const sent = await send(name, { batchId: batch.id });
    setAsking(false);
    // Stays pending until the page shows the progress.
    if (sent.ok) return name === "discardImport" ? router.push("/imports") : router.refresh();
    setPending(null);
    // Another officer was faster: show the present state.
    router.refresh();
  }

  const { status, created, changed } = batch;
  const checked = status === "checked";
  const merged = batch.runAt !== null && (status === "done" || status === "failed");
  const people = created + changed;
  return (
    <>
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      <ActionBar>
        {!checked && !merged && (
          <LinkButton tone="secondary" href="/imports">
            {t("back")}
          </LinkButton>
        )}
        {merged && (
          <Button tone={status === "done" ? "secondary" : "quiet"} onClick={() => setAsking(true)}>
            {t("undoAction")}
          </Button>
        )}
        {checked && (
          <Button
            tone="secondary"
            pending={pending === "discardImport"}
            onClick={() => void act("discardImport")}
          >
            {t("discardAction")}
          </Button>
        )}
        {(checked || (merged && status === "failed")) && (
          <Button pending={pending === "startImport"} onClick={() => void act("startImport")}>
            {merged
              ? t("continueAction")
              : people > 0
                ? t("runAction", { count: people })
                : t("runNothing")}
          </Button>
        )}
      </ActionBar>
      <Dialog
        title={t("undoQuestion", { number: batch.number })}
        isOpen={asking}
        onOpenChange={setAsking}
        actions={
          <>
            <Button tone="secondary" onClick={() => setAsking(false)}>
              {t("keep")}
            </Button>
            <Button
              tone="danger"
              pending={pending === "undoImport"}
              onClick={() => void act("undoImport")}
            >
              {t("undoConfirm")}
            </Button>
          </>
        }
      >
        {t("undoExplain", { created, changed })}
      </Dialog>
    </>
  );
}
