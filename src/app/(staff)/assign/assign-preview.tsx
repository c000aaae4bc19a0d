"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { sendCommand } from "@/app/forms/send-command";
import type { DistrictOfficer } from "@/server/caseload/queries";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import type { WaitingArea } from "./waiting-areas";

type Props = {
  /** Id of the move: the same for every press of the button. */
  request: string;
  area: WaitingArea;
  officer: DistrictOfficer;
  onClose: () => void;
  onDone: (people: number) => void;
};

/** What will happen, in one sentence; nothing is changed before it is confirmed. */
export function AssignPreview({ request, area, officer, onClose, onDone }: Props) {
  const t = useTranslations("assign");
  const kit = useTranslations("kit");
  const words = useTranslations("words");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { people } = area;

  async function confirm() {
    setPending(true);
    const sent = await sendCommand<{ people: number }>(
      "assignSubdistrict",
      { subdistrictCode: area.code, officerCode: officer.code, expected: people },
      request,
    );
    setPending(false);
    if (sent.ok) return onDone(sent.value.people);
    const now =
      "detail" in sent ? (sent.detail as { people?: number } | undefined)?.people : undefined;
    setProblem(now === undefined ? refusal(sent.code) : t("changed", { people: now }));
    router.refresh();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("previewTitle", { people })}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {kit("cancel")}
          </Button>
          {problem === null && (
            <Button pending={pending} onClick={() => void confirm()}>
              {t("confirm", { people })}
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
        <p>
          {t("previewText", {
            place: words("subdistrict", { name: area.name }),
            people,
            officer: officer.name,
            code: officer.code,
            load: officer.people,
            sum: officer.people + people,
          })}
        </p>
      )}
    </Dialog>
  );
}
