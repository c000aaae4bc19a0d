"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayField } from "@/app/forms/day-field";
import { useCommand } from "@/app/forms/use-command";
import { addDays } from "@/domain/calendar";
import { formatThaiDate } from "@/domain/thai-dates";
import { Button } from "@/ui/button";

import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";

/** Moves the demo's date forward; outside the demo it only says that the date is the real one. */
export function ClockForm({ today, demo }: { today: string; demo: boolean }) {
  const t = useTranslations("clock");
  const refusal = useTranslations("refusal");
  const router = useRouter();
  const [to, setTo] = useState(addDays(today, 1));
  const { send, pending } = useCommand("advanceClock");
  const [notice, setNotice] = useState<{ kind: "success" | "error"; text: string } | null>(null);
  const [error, setError] = useState<string>();

  async function advance() {
    setError(undefined);
    const sent = await send({ to });
    if (sent.ok) {
      setNotice({
        kind: "success",
        text: t("done", { date: formatThaiDate(sent.value.programmeOn) }),
      });
      return router.refresh();
    }
    setNotice(null);
    if (sent.code !== "INVALID") return setNotice({ kind: "error", text: refusal(sent.code) });
    setError(sent.fields?.to?.[0] === "clock.tooFar" ? t("tooFar") : t("onlyForward"));
  }

  return (
    <div className="max-w-form">
      <PageHeading
        title={t("title", { date: formatThaiDate(today) })}
        sub={demo ? t("sub") : t("notDemo")}
      />
      {demo && (
        <form
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            void advance();
          }}
        >
          {notice && (
            <Notice kind={notice.kind} live>
              {notice.text}
            </Notice>
          )}
          <DayField name="to" label={t("to")} value={to} onChange={setTo} error={error} />
          <div>
            <Button type="submit" pending={pending}>
              {t("submit")}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
