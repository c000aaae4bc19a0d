"use client";

import { useTranslations } from "next-intl";
import type { ImportAnswers } from "@/domain/import/answers";
import { nameTitles } from "@/domain/names";
import type { ImportBatch } from "@/server/imports/queries";
import { Select } from "@/ui/select";

type Props = {
  titles: ImportBatch["asked"]["titles"];
  answers: ImportAnswers;
  setAnswers: (answers: ImportAnswers) => void;
};

/** Means that it is no title; the empty choice keeps it as it is written. */
const partOfName = "-";

/** A title that is in no list: kept as it is written unless somebody says what it is, once for the file. */
export function TitleQuestions({ titles, answers, setAnswers }: Props) {
  const t = useTranslations("imports");
  const said = answers.titles ?? {};
  const answered = Object.keys(said).filter((title) => !titles.some((one) => one.title === title));
  const asked = [...titles.slice(0, 30), ...answered.map((title) => ({ title, rows: 0 }))];
  return asked.map(({ title, rows }, index) => (
    <Select
      key={title}
      name={`title-${index}`}
      label={t("askTitle", { title, count: rows })}
      placeholder={t("askTitleKeep")}
      value={said[title] === "" ? partOfName : (said[title] ?? "")}
      onChange={(event) => {
        const { [title]: _, ...others } = said;
        const value = event.target.value;
        const now = value === partOfName ? "" : value;
        setAnswers({ ...answers, titles: value === "" ? others : { ...others, [title]: now } });
      }}
      choices={[
        { value: partOfName, label: t("askTitleName") },
        ...nameTitles.map((value) => ({ value, label: value })),
      ]}
    />
  ));
}
