"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import { encodings, type ReadingChoice, readingChoice, separators } from "@/domain/import/answers";
import type { ImportBatch } from "@/server/imports/queries";
import { Button } from "@/ui/button";
import { Disclosure } from "@/ui/disclosure";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";

type Props = {
  batch: Pick<ImportBatch, "id" | "reading" | "choice" | "fileName" | "status">;
  mayChange: boolean;
};

/** How the file was read, in words: sheet, hidden rows, encoding, separator; what is wrong can be chosen. */
export function ReadingCard({ batch, mayChange }: Props) {
  const t = useTranslations("imports");
  const { reading } = batch;
  const others =
    reading?.sheets.filter(({ name, rows }) => name !== reading.sheet && rows > 0) ?? [];
  return (
    <section className="grid gap-2" aria-label={t("readingTitle")}>
      {others.length > 0 && (
        <Notice
          kind="warn"
          title={t("sheetsNotRead", { sheet: reading?.sheet ?? "", count: others.length })}
        >
          {others
            .map(({ name, rows, hidden }) =>
              t(hidden ? "sheetHidden" : "sheetOther", { name, rows }),
            )
            .join(" · ")}
        </Notice>
      )}
      {reading !== null && reading.hiddenRows > 0 && (
        <Notice kind="warn">{t("hiddenRows", { count: reading.hiddenRows })}</Notice>
      )}
      {reading && <ReadAs {...reading} />}
      {mayChange && (
        <Disclosure summary={t("readingChange")} open={batch.status === "failed"}>
          <ReadingForm batch={batch} />
        </Disclosure>
      )}
    </section>
  );
}

function ReadAs({ encoding, separator, sheet }: NonNullable<ImportBatch["reading"]>) {
  const t = useTranslations("imports");
  const words = [
    sheet === null ? null : t("sheetRead", { name: sheet }),
    encoding === "xlsx" ? null : t(`encoding_${encoding}`),
    separator && t("separatorRead", { sign: t(`separator_${signNames[separator]}`) }),
  ];
  return <p className="text-soft">{words.filter(Boolean).join(" · ")}</p>;
}

const signNames = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;

/** Another sheet, encoding or separator; only what a file of this kind has. */
function ReadingForm({ batch }: { batch: Props["batch"] }) {
  const t = useTranslations("imports");
  const router = useRouter();
  const { reading } = batch;
  const [choice, setChoice] = useState<ReadingChoice>(batch.choice);
  const { send, pending, problem } = useCommand("rereadImport");
  const [sent, setSent] = useState(false);

  async function reread(event: FormEvent) {
    event.preventDefault();
    const { ok } = await send({ batchId: batch.id, choice });
    setSent(ok);
    if (ok) router.refresh();
  }

  function change(field: keyof ReadingChoice, value: string) {
    const { [field]: _, ...others } = choice;
    setChoice(readingChoice.parse(value === "" ? others : { ...others, [field]: value }));
  }

  const isBook = /\.xlsx$/i.test(batch.fileName);
  return (
    <form onSubmit={(event) => void reread(event)} className="grid max-w-form gap-4">
      {problem && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      {isBook && reading && (
        <Select
          name="sheet"
          label={t("sheetLabel")}
          placeholder={t("chosenBySystem")}
          value={choice.sheet ?? ""}
          onChange={(event) => change("sheet", event.target.value)}
          choices={reading.sheets.map(({ name, rows, hidden }) => ({
            value: name,
            label: t(hidden ? "sheetHidden" : "sheetOther", { name, rows }),
          }))}
        />
      )}
      {!isBook && (
        <>
          <Select
            name="encoding"
            label={t("encodingLabel")}
            placeholder={t("chosenBySystem")}
            value={choice.encoding ?? ""}
            onChange={(event) => change("encoding", event.target.value)}
            choices={encodings.map((value) => ({ value, label: t(`encoding_${value}`) }))}
          />
          <Select
            name="separator"
            label={t("separatorLabel")}
            placeholder={t("chosenBySystem")}
            value={choice.separator ?? ""}
            onChange={(event) => change("separator", event.target.value)}
            choices={separators.map((sign) => ({
              value: sign,
              label: t(`separator_${signNames[sign]}`),
            }))}
          />
        </>
      )}
      <div>
        <Button type="submit" tone="secondary" pending={pending || sent}>
          {t("readingAction")}
        </Button>
      </div>
    </form>
  );
}
