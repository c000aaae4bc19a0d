"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DayField } from "@/app/forms/day-field";
import { useCommand } from "@/app/forms/use-command";
import { useFaultWords } from "@/app/forms/use-fault-words";
import { addDays } from "@/domain/calendar";
import { interviewMinutes, usualAssumptions } from "@/domain/outreach-plan";
import type { VillageToPlan } from "@/server/visits/calendar";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { ChoiceList } from "@/ui/choice-list";
import { ErrorSummary } from "@/ui/error-summary";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";

type Props = VillageToPlan & { subdistrictCode: string; moo: number };

/** How many fit in a day, before a district has said otherwise in its plan, which an account officer cannot read. */
const fits = usualAssumptions.interviewsADay;

/** Whom of a village to meet on one day: the names in walking order, and how long the day becomes. */
export function VillageForm(props: Props) {
  const { people, planned, subdistrictCode, moo, today } = props;
  const t = useTranslations("visits");
  const words = useTranslations("words");
  const faultWords = useFaultWords();
  const router = useRouter();
  const { send, pending, problem } = useCommand("planVillage");
  const [meetOn, setMeetOn] = useState(addDays(today, 1));
  const [chosen, setChosen] = useState(() => people.slice(0, fits).map(({ id }) => id));
  const [attempt, setAttempt] = useState(0);
  const [wrongDay, setWrongDay] = useState<string>();
  const nobody = attempt > 0 && chosen.length === 0 ? t("planNobody") : undefined;

  async function save(event: FormEvent) {
    event.preventDefault();
    setAttempt(attempt + 1);
    setWrongDay(undefined);
    if (pending || chosen.length === 0) return;
    const input = { subdistrictCode, moo, meetOn, expected: people.length, holderIds: chosen };
    const sent = await send(input);
    if (!sent.ok) return setWrongDay(sent.fields?.meetOn?.[0]);
    router.push(`/calendar?planned=${meetOn}&people=${sent.value.people}`);
    router.refresh();
  }
  const choose = (count: number) => setChosen(people.slice(0, count).map(({ id }) => id));
  const dayFault = wrongDay && faultWords(wrongDay);
  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={(event) => void save(event)}>
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...(nobody ? [{ field: "who", message: `${t("planWho")}: ${nobody}` }] : []),
          ...(dayFault ? [{ field: "meetOn", message: `${t("meetOn")}: ${dayFault}` }] : []),
        ]}
      />
      {problem && !wrongDay && (
        <Notice kind="error" live>
          {problem}
        </Notice>
      )}
      <DayField
        name="meetOn"
        label={t("meetOn")}
        value={meetOn}
        onChange={setMeetOn}
        error={dayFault}
      />
      <HowLong chosen={chosen.length} planned={planned[meetOn] ?? 0} />
      <div className="flex flex-wrap gap-3">
        {people.length > fits && (
          <Button tone="secondary" onClick={() => choose(fits)}>
            {t("planFits", { count: fits })}
          </Button>
        )}
        <Button tone="secondary" onClick={() => choose(people.length)}>
          {t("planAll", { count: people.length })}
        </Button>
      </div>
      <ChoiceList
        name="who"
        type="checkbox"
        legend={t("planWho")}
        error={nobody}
        value={chosen}
        onChange={({ target: { checked, value } }) =>
          setChosen(checked ? [...chosen, value] : chosen.filter((id) => id !== value))
        }
        choices={people.map(({ id, name, houseNo }) => ({
          value: id,
          label: name,
          hint: houseNo && words("houseNo", { houseNo }),
        }))}
      />
      <ActionBar>
        <LinkButton href="/calendar" tone="quiet">
          {t("backToCalendar")}
        </LinkButton>
        <Button type="submit" pending={pending}>
          {t("planSubmit", { count: chosen.length })}
        </Button>
      </ActionBar>
    </form>
  );
}

/** How long that day becomes, and a warning where it is more than one day's work. */
function HowLong({ chosen, planned }: { chosen: number; planned: number }) {
  const t = useTranslations("visits");
  const count = chosen + planned;
  const hours = ((count * interviewMinutes * 2) / 60).toLocaleString("th", {
    maximumFractionDigits: 1,
    numberingSystem: "latn",
  });
  return (
    <div aria-live="polite" className="grid gap-3">
      <p>{t("planChosen", { count: chosen, planned, hours })}</p>
      {count > fits && (
        <Notice kind="warn">{t("planTooMany", { minutes: interviewMinutes, fits, count })}</Notice>
      )}
    </div>
  );
}
