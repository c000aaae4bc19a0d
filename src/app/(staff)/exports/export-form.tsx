"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { sendCommand } from "@/app/send-command";
import {
  type ExportFormat,
  type ExportList,
  exportFormats,
  exportLists,
  listsOfPeople,
  shortestReason,
} from "@/domain/export-order";
import type { HolderFilter } from "@/domain/holder-filter";
import { Button } from "@/ui/button";
import { ChoiceList } from "@/ui/choice-list";
import { TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";

type Props = {
  list: ExportList;
  filter: HolderFilter;
  /** What the filter leaves, in words and number. */
  filterText: string;
  people: number;
  mayUnmask: boolean;
};

/** What, in which form, and whether IDs are whole, which needs a reason. */
export function ExportForm({ list: first, filter, filterText, people, mayUnmask }: Props) {
  const t = useTranslations("exports");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [list, setList] = useState<ExportList>(first);
  const [format, setFormat] = useState<ExportFormat>("xlsx");
  const [whole, setWhole] = useState(false);
  const [reason, setReason] = useState("");
  const [request, setRequest] = useState(() => crypto.randomUUID());
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [reasonError, setReasonError] = useState(false);
  const unmasked = mayUnmask && whole && listsOfPeople.includes(list);

  async function send() {
    const missing = unmasked && reason.trim().length < shortestReason;
    setReasonError(missing);
    setProblem(null);
    if (missing) return;
    setPending(true);
    const order = { list, format, filter, unmasked, reason: unmasked ? reason : null };
    const sent = await sendCommand("requestExport", order, request);
    setPending(false);
    if (!sent.ok) return setProblem(refusal(sent.code));
    setRequest(crypto.randomUUID());
    router.refresh();
  }

  return (
    <form
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      <ChoiceList
        name="list"
        legend={t("list")}
        value={list}
        onChange={(event) => setList(event.currentTarget.value as ExportList)}
        choices={exportLists.map((each) => ({
          value: each,
          label: t(`list_${each}`),
          hint: each === "holders" ? `${filterText} · ${t("rows", { people })}` : undefined,
        }))}
      />
      <ChoiceList
        name="format"
        legend={t("format")}
        columns={2}
        value={format}
        onChange={(event) => setFormat(event.currentTarget.value as ExportFormat)}
        choices={exportFormats.map((each) => ({ value: each, label: t(`format_${each}`) }))}
      />
      {listsOfPeople.includes(list) &&
        (mayUnmask ? (
          <ChoiceList
            name="ids"
            legend={t("ids")}
            value={whole ? "full" : "masked"}
            onChange={(event) => setWhole(event.currentTarget.value === "full")}
            choices={[
              { value: "masked", label: t("idsMasked") },
              { value: "full", label: t("idsFull"), hint: t("idsFullHint") },
            ]}
          />
        ) : (
          <p className="text-soft">{t("alwaysMasked")}</p>
        ))}
      {unmasked && (
        <TextArea
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          error={reasonError ? t("errorReason") : undefined}
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div>
        <Button type="submit" icon={Download} pending={pending}>
          {t("start")}
        </Button>
      </div>
    </form>
  );
}
