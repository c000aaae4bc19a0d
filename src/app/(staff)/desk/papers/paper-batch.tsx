"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { DayField } from "@/app/forms/day-field";
import { deskKeys, firstStop } from "@/app/forms/keyboard";
import type { SharedByPapers } from "@/app/intent/paper-values";
import { isIsoDate } from "@/domain/calendar";
import { deskRefusal } from "@/domain/intent";
import type { Period } from "@/domain/rules/rule-set";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ChoiceList } from "@/ui/choice-list";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { PaperLine } from "./paper-line";

type Place = { id: string; name: string; opensOn: string; closesOn: string };
type Props = { today: string; window: Period; places: readonly Place[] };

/** Paper forms typed one after the other: each line is sent by itself and shows its own result. */
export function PaperBatch({ today, window, places }: Props) {
  const t = useTranslations("desk");
  const [shared, setShared] = useState<SharedByPapers>({
    placeId: places.length === 1 ? (places[0]?.id ?? "") : "",
    intentOn: "",
    lateReason: t("papersReasonDefault"),
  });
  const [lines, setLines] = useState<readonly number[]>([1]);
  const [saved, setSaved] = useState(0);
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => firstStop(first.current)?.focus(), []);
  const add = () => setLines((now) => [...now, Math.max(0, ...now) + 1]);

  function afterSave(line: number) {
    setSaved((count) => count + 1);
    // For the next paper form: a new line below the last one.
    setLines((now) => (now.at(-1) === line ? [...now, line + 1] : now));
  }

  return (
    <div className="flex flex-col gap-5">
      <p className="text-soft max-md:hidden">{t("keys")}</p>
      <Card title={t("papersSame")}>
        {/* A form only for its keys: what is shared is sent with each line. */}
        <form
          ref={first}
          noValidate
          onSubmit={(event) => event.preventDefault()}
          onKeyDownCapture={deskKeys}
        >
          <SharedFields {...{ shared, today, window, places }} onChange={setShared} />
        </form>
      </Card>
      {lines.map((line) => (
        <PaperLine
          key={line}
          number={line}
          shared={shared}
          onSaved={() => afterSave(line)}
          onRemove={
            lines.length > 1
              ? () => setLines((now) => now.filter((other) => other !== line))
              : undefined
          }
        />
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <Button tone="secondary" icon={Plus} onClick={add}>
          {t("paperAdd")}
        </Button>
        <p role="status" className="text-soft">
          {saved > 0 && t("papersSavedCount", { count: saved })}
        </p>
      </div>
    </div>
  );
}

type SharedProps = Props & { shared: SharedByPapers; onChange: (shared: SharedByPapers) => void };

function SharedFields({ shared, today, window, places, onChange }: SharedProps) {
  const t = useTranslations("desk");
  const refusal = useTranslations("refusal");
  const { placeId, intentOn } = shared;
  const set = (field: keyof SharedByPapers) => (value: string) =>
    onChange({ ...shared, [field]: value });
  const place = places.find(({ id }) => id === placeId);
  const day = isIsoDate(intentOn);
  const late = day && deskRefusal(window, { intentOn, today, deskIsOpen: true });
  const notThatDay = place && day && (intentOn < place.opensOn || intentOn > place.closesOn);
  const choices = places.map(({ id, name, opensOn, closesOn }) => ({
    value: id,
    label: name,
    hint: `${formatThaiDateShort(opensOn)} – ${formatThaiDateShort(closesOn)}`,
  }));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {choices.length < 8 ? (
        <ChoiceList
          name="placeId"
          legend={t("papersPlace")}
          choices={choices}
          value={placeId}
          onChange={(event) => set("placeId")(event.target.value)}
        />
      ) : (
        <Select
          name="placeId"
          label={t("papersPlace")}
          choices={choices}
          value={placeId}
          onChange={(event) => set("placeId")(event.target.value)}
        />
      )}
      <div className="flex flex-col gap-4">
        <DayField
          name="intentOn"
          label={t("papersDate")}
          value={intentOn}
          onChange={set("intentOn")}
          error={late ? refusal(late) : notThatDay ? t("placeNotThatDay") : undefined}
        />
        <Field
          name="lateReason"
          label={t("papersReason")}
          value={shared.lateReason}
          onChange={(event) => set("lateReason")(event.target.value)}
          longest={200}
          autoComplete="off"
        />
      </div>
    </div>
  );
}
