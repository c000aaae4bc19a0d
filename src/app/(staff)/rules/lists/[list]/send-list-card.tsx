import { useTranslations } from "next-intl";
import { CommandButton } from "@/app/forms/command-button";
import { WhileWorking } from "@/app/parts/while-working";
import type { ListReading, OneOffView } from "@/server/one-offs/queries";
import { Card } from "@/ui/card";
import { Notice } from "@/ui/notice";
import { Progress } from "@/ui/progress";
import { RowsRead } from "./rows-read";
import { SendListForm } from "./send-list-form";

/** A file is sent and looked at: what each of its rows is; then it is kept, and waits for its check. */
export function SendListCard({ view: { given, reading } }: { view: OneOffView }) {
  const t = useTranslations("oneOffs");
  const { list } = given;
  return (
    <Card title={t("sendTitle")} sub={t("sendSub")}>
      <div className="grid gap-5">
        {reading && (
          <div className="grid gap-4" aria-live="polite">
            <Reading list={list} reading={reading} />
          </div>
        )}
        <SendListForm
          list={list}
          words={{ file: t("file"), needed: t("needed"), read: t("read") }}
        />
      </div>
    </Card>
  );
}

function Reading({ list, reading }: { list: string; reading: ListReading }) {
  const t = useTranslations("oneOffs");
  const { failure, words, read, fileName, uploadId, progress, total } = reading;
  if (failure) return <Notice kind="error">{t(`failed_${failure}`, { words })}</Notice>;
  if (!read)
    return (
      <>
        <WhileWorking />
        <Progress
          label={t("working")}
          value={progress}
          max={total ?? 0}
          text={total === null ? t("waiting") : t("reading", { done: progress, all: total })}
        />
      </>
    );
  return (
    <>
      <h3 className="text-base font-semibold [overflow-wrap:anywhere]">
        {t("readTitle", { file: fileName })}
      </h3>
      <RowsRead read={read} />
      <p>{t("keepText")}</p>
      <div>
        <CommandButton
          command="readOneOffList"
          input={{ list, uploadId, fileName, keep: true }}
          tone="primary"
        >
          {t("keep", { people: read.people })}
        </CommandButton>
      </div>
    </>
  );
}
