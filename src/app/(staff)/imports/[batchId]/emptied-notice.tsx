"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import { listFields } from "@/domain/import/columns";
import type { ImportBatch } from "@/server/imports/queries";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";

type Props = { batch: ImportBatch; mayRun: boolean };

/** Which known values the file leaves empty, and how many of each, before anything is saved; kept unless told otherwise. */
export function EmptiedNotice({ batch, mayRun }: Props) {
  const t = useTranslations("imports");
  const router = useRouter();
  const { send, pending, problem } = useCommand("checkImport");
  const [checking, setChecking] = useState(false);
  const list = listFields.flatMap((field) => {
    const count = batch.emptied[field];
    return count ? [t("emptiedField", { field: t(`field_${field}`), count })] : [];
  });
  if (list.length === 0) return null;
  const empties = batch.answers.emptyCells === "empty";

  async function turn() {
    const { id: batchId, areaChoices, answers } = batch;
    const columns = batch.columns ?? {};
    const emptyCells = empties ? "keep" : "empty";
    const { ok } = await send({
      batchId,
      columns,
      areaChoices,
      answers: { ...answers, emptyCells },
    });
    setChecking(ok);
    if (ok) router.refresh();
  }

  return (
    <Notice
      kind={empties ? "error" : "warn"}
      title={t(empties ? "emptiedTaken" : "emptiedKept", { list: list.join(" · ") })}
      action={
        batch.status === "checked" &&
        mayRun && (
          <Button tone="secondary" pending={pending || checking} onClick={() => void turn()}>
            {t(empties ? "emptiedKeep" : "emptiedTake")}
          </Button>
        )
      }
    >
      {problem}
    </Notice>
  );
}
