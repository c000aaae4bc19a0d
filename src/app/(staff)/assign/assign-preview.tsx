"use client";

import { useTranslations } from "next-intl";
import type { DistrictOfficer } from "@/server/caseload/queries";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import type { useMove } from "./use-move";
import type { WaitingArea } from "./waiting-areas";

type Props = {
  sender: ReturnType<typeof useMove<"assignSubdistricts">>;
  areas: readonly WaitingArea[];
  officer: DistrictOfficer;
  onClose: () => void;
  onDone: (people: number) => void;
};

/** What will happen, in one sentence; nothing is changed before it is confirmed. */
export function AssignPreview({ sender, areas, officer, onClose, onDone }: Props) {
  const t = useTranslations("assign");
  const kit = useTranslations("kit");
  const words = useTranslations("words");
  const { send, pending, problem } = sender;
  const people = areas.reduce((sum, area) => sum + area.people, 0);

  async function confirm() {
    const sent = await send({
      subdistrictCodes: areas.map(({ code }) => code),
      officerCode: officer.code,
      expected: people,
    });
    if (sent.ok) onDone(sent.value.people);
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
            place: areas.map(({ name }) => words("subdistrict", { name })).join(" "),
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
