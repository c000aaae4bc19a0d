"use client";

import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useCommand } from "@/app/forms/use-command";
import { Button } from "@/ui/button";
import { ChoiceList } from "@/ui/choice-list";
import { ErrorSummary } from "@/ui/error-summary";
import { Notice } from "@/ui/notice";

type Props = {
  desks: readonly { id: string; name: string }[];
  officers: readonly { id: string; name: string; ticked: boolean }[];
};

/** Opens the station, then fetches its token into this browser. */
export function OpenStation({ desks, officers }: Props) {
  const t = useTranslations("station");
  const router = useRouter();
  const [deskId, setDeskId] = useState(desks[0]?.id ?? "");
  const [ticked, setTicked] = useState(officers.filter(({ ticked }) => ticked).map(({ id }) => id));
  const { send, pending: opening, problem } = useCommand("openStation");
  const [claiming, setClaiming] = useState(false);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const pending = opening || claiming;
  const trouble = failed ? t("claimFailed") : problem;
  const nobody = attempt > 0 && ticked.length === 0 ? t("whoMissing") : undefined;

  async function open(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    setAttempt(attempt + 1);
    if (ticked.length === 0) return;
    setFailed(false);
    const sent = await send({ deskId, officerIds: ticked });
    if (!sent.ok) return;
    setClaiming(true);
    const { stationId } = sent.value;
    const taken = await signIn("station", { stationId, redirect: false }).catch(() => undefined);
    setClaiming(false);
    if (!taken?.ok || taken.error) return setFailed(true);
    router.refresh();
  }

  return (
    <form noValidate className="grid gap-5" onSubmit={(event) => void open(event)}>
      {trouble && (
        <Notice kind="error" live>
          {trouble}
        </Notice>
      )}
      <ErrorSummary attempt={attempt} errors={nobody ? [{ field: "who", message: nobody }] : []} />
      {desks.length > 1 && (
        <ChoiceList
          name="desk"
          legend={t("desk")}
          value={deskId}
          onChange={({ target }) => setDeskId(target.value)}
          choices={desks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <ChoiceList
        name="who"
        type="checkbox"
        legend={t("who")}
        error={nobody}
        value={ticked}
        onChange={({ target }) =>
          setTicked(
            target.checked
              ? [...ticked, target.value]
              : ticked.filter((each) => each !== target.value),
          )
        }
        choices={officers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <Button type="submit" pending={pending}>
          {t("open")}
        </Button>
      </div>
    </form>
  );
}
