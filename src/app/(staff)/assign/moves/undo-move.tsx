"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { useMove } from "../use-move";

/** Undoes one move, after a question. */
export function UndoMove({ moveId, people }: { moveId: string; people: number }) {
  const t = useTranslations("caseload");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { send, pending, problem } = useMove("undoMove", () => t("undoText"));

  async function confirm() {
    if (!(await send({ moveId })).ok) return;
    setAsking(false);
    router.refresh();
  }
  return (
    <>
      <span data-screen-only>
        <Button tone="secondary" icon={Undo2} onClick={() => setAsking(true)}>
          {t("undo")}
        </Button>
      </span>
      <Dialog
        isOpen={asking}
        onOpenChange={setAsking}
        title={t("undoTitle", { people })}
        actions={
          <>
            <Button tone="secondary" onClick={() => setAsking(false)}>
              {t("undoNot")}
            </Button>
            {problem === null && (
              <Button pending={pending} onClick={() => void confirm()}>
                {t("undoConfirm", { people })}
              </Button>
            )}
          </>
        }
      >
        {problem ? (
          <Notice kind="error" live>
            {problem}
          </Notice>
        ) : (
          <p>{t("undoText")}</p>
        )}
      </Dialog>
    </>
  );
}
