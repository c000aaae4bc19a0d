"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import {
  type ExportFormat,
  type ExportList,
  exportFormats,
  listsOfPeople,
  shortestReason,
} from "@/domain/export-order";
import type { HolderFilter } from "@/domain/holder-filter";
import { Button } from "@/ui/button";
import { ChoiceList } from "@/ui/choice-list";
import { ErrorSummary } from "@/ui/error-summary";
import { TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";

type Props = {
  list: ExportList;
  lists: readonly ExportList[];
  view: Readonly<Record<string, string>>;
  filter: HolderFilter;
  /** What the filter leaves, in words and as a number. */
  filterText: string;
  people: number;
  mayUnmask: boolean;
};

/** State of the order form, and sending it. */
function useOrder({ list: first, filter, view, mayUnmask }: Props) {
  const router = useRouter();
  const { send: request, pending, problem } = useCommand("requestExport");
  const [list, setList] = useState<ExportList>(first);
  const [format, setFormat] = useState<ExportFormat>("xlsx");
  const [whole, setWhole] = useState(false);
  const [reason, setReason] = useState("");
  const [reasonError, setReasonError] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const unmasked = mayUnmask && whole && listsOfPeople.includes(list);

  async function send() {
    const missing = unmasked && reason.trim().length < shortestReason;
    setReasonError(missing);
    setAttempt(attempt + 1);
    if (missing) return;
    const order = {
      list,
      format,
      filter,
      view: list === first ? view : {},
      unmasked,
      reason: unmasked ? reason : null,
    };
    if ((await request(order)).ok) router.refresh();
  }
  const values = { list, format, whole, reason, unmasked };
  return {
    ...values,
    setList,
    setFormat,
    setWhole,
    setReason,
    send,
    pending,
    problem,
    reasonError,
    attempt,
  };
}
type Order = ReturnType<typeof useOrder>;

/** Which list, in which format, and whether IDs are shown in full, which needs a reason. */
export function ExportForm(props: Props) {
  const { list, lists, filterText, people, mayUnmask } = props;
  const t = useTranslations("exports");
  const order = useOrder(props);
  return (
    <form
      noValidate
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        void order.send();
      }}
    >
      {order.problem && (
        <Notice kind="error" live>
          {order.problem}
        </Notice>
      )}
      <ErrorSummary
        attempt={order.attempt}
        errors={
          order.unmasked && order.reasonError
            ? [{ field: "reason", message: t("errorReason") }]
            : []
        }
      />
      <ChoiceList
        name="list"
        legend={t("list")}
        value={order.list}
        onChange={(event) => order.setList(event.currentTarget.value as ExportList)}
        choices={lists.map((each) => ({
          value: each,
          label: t(`list_${each}`),
          hint:
            each === "holders"
              ? `${filterText} · ${t("rows", { people })}`
              : each === list
                ? t("asOnScreen")
                : undefined,
        }))}
      />
      <ChoiceList
        name="format"
        legend={t("format")}
        columns={2}
        value={order.format}
        onChange={(event) => order.setFormat(event.currentTarget.value as ExportFormat)}
        choices={exportFormats.map((each) => ({
          value: each,
          label: t(`format_${each}`),
          hint: each === "csv" ? t("csvHint") : undefined,
        }))}
      />
      {listsOfPeople.includes(order.list) && <Ids order={order} mayUnmask={mayUnmask} />}
      <div>
        <Button type="submit" icon={Download} pending={order.pending}>
          {t("start")}
        </Button>
      </div>
    </form>
  );
}

function Ids({ order, mayUnmask }: { order: Order; mayUnmask: boolean }) {
  const t = useTranslations("exports");
  if (!mayUnmask) return <p className="text-soft">{t("alwaysMasked")}</p>;
  return (
    <>
      <ChoiceList
        name="ids"
        legend={t("ids")}
        value={order.whole ? "full" : "masked"}
        onChange={(event) => order.setWhole(event.currentTarget.value === "full")}
        choices={[
          { value: "masked", label: t("idsMasked") },
          { value: "full", label: t("idsFull"), hint: t("idsFullHint") },
        ]}
      />
      {order.unmasked && (
        <TextArea
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          error={order.reasonError ? t("errorReason") : undefined}
          value={order.reason}
          longest={300}
          onChange={(event) => order.setReason(event.currentTarget.value)}
        />
      )}
    </>
  );
}
