"use client";

import { useTranslations } from "next-intl";
import type { ImportAnswers } from "@/domain/import/answers";
import type { ImportBatch } from "@/server/imports/queries";
import { Select } from "@/ui/select";
import type { Subdistricts } from "./questions";

type Props = {
  places: ImportBatch["asked"]["places"];
  subdistricts: Subdistricts;
  answers: ImportAnswers;
  setAnswers: (answers: ImportAnswers) => void;
};

/** The commonest places are asked; a file with more has another fault than its spelling. */
const shown = 30;

/** A ตำบล that is not found, or of which there are two: one answer for all rows that say the same. */
export function PlaceQuestions({ places, subdistricts, answers, setAnswers }: Props) {
  const t = useTranslations("imports");
  const areas = answers.areas ?? {};
  const answered = Object.entries(areas).filter(
    ([key]) => !places.some((place) => place.key === key),
  );
  const asked = [
    ...places.slice(0, shown),
    ...answered.map(([key]) => ({ key, rows: 0, candidates: [], ...wordsOf(key) })),
  ];
  return asked.map(({ key, rows, candidates, subdistrict, district, province }, index) => (
    <Select
      key={key}
      name={`place-${index}`}
      label={t("askPlace", {
        place: [subdistrict, district, province]
          .map((word) => word.trim())
          .filter(Boolean)
          .join(" "),
        count: rows,
      })}
      hint={candidates.length > 0 ? t("askPlaceAmbiguous") : undefined}
      placeholder={t("askPlaceNone")}
      value={areas[key] ?? ""}
      onChange={(event) => {
        const { [key]: _, ...others } = areas;
        const code = event.target.value;
        setAnswers({ ...answers, areas: code === "" ? others : { ...others, [key]: code } });
      }}
      choices={
        candidates.length > 0
          ? subdistricts.filter(({ value }) => candidates.includes(value))
          : subdistricts
      }
    />
  ));
}

function wordsOf(key: string) {
  const [subdistrict = "", district = "", province = ""] = key.split("|");
  return { subdistrict, district, province };
}
