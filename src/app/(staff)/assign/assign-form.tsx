"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { headlineFigures } from "@/app/parts/headline-figures";
import { aoAgencyName } from "@/domain/agencies";
import { assignHeadline } from "@/domain/headline";
import { holdersHref } from "@/domain/holder-filter";
import type { Season } from "@/domain/season";
import type { DistrictOfficer } from "@/server/caseload/queries";
import { ActionBar } from "@/ui/action-bar";
import { Button } from "@/ui/button";
import { ChoiceList } from "@/ui/choice-list";
import { EmptyState } from "@/ui/empty-state";
import { ErrorSummary } from "@/ui/error-summary";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { AssignPreview } from "./assign-preview";
import { useMove } from "./use-move";
import type { WaitingArea } from "./waiting-areas";

type Props = { areas: readonly WaitingArea[]; officers: readonly DistrictOfficer[] };
type PageProps = Props & { season: Season };
type Done = { people: number; officer: DistrictOfficer };

/** What was chosen, and the move to be confirmed. */
function useChoice(areas: Props["areas"], officers: Props["officers"]) {
  const router = useRouter();
  const [subdistricts, setSubdistricts] = useState<readonly string[]>([]);
  const [code, setCode] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const chosenAreas = areas.filter((each) => subdistricts.includes(each.code));
  const officer = officers.find((each) => each.code === code);

  function ask() {
    setAttempt(attempt + 1);
    setDone(null);
    if (chosenAreas.length > 0 && officer) setAsking(true);
  }
  function finish(people: number) {
    if (officer) setDone({ people, officer });
    setAsking(false);
    setAttempt(0);
    setSubdistricts([]);
    setCode("");
    router.refresh();
  }
  const cancel = () => setAsking(false);
  const chosen = { subdistricts, setSubdistricts, code, setCode, areas: chosenAreas, officer };
  return { ...chosen, attempt, asking, done, ask, finish, cancel };
}

/** Some subdistricts to one officer: choose both, look at what will happen, confirm. */
export function AssignForm({ areas, officers, season }: PageProps) {
  const t = useTranslations("assign");
  const district = useTranslations("district");
  const move = useChoice(areas, officers);
  // Here and not in the dialog: when the dialog opens again after a lost answer, it is still the same move.
  const sender = useMove("assignSubdistricts", (people) => t("changed", { people }));
  const { officer, asking, done } = move;
  const headline = assignHeadline(areas, season);
  const left = headline.says === "waiting";
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/district">{district("title")}</Link>}
        title={t(`headline_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={t(headline.says === "was_waiting" ? "subOver" : "sub")}
      />
      <OtherWays season={season} />
      {done && <DoneNotice done={done} />}
      {officers.length === 0 && (
        <EmptyState
          title={t("noOfficers")}
          action={<LinkButton href="/district/officers">{t("noOfficersVerb")}</LinkButton>}
        >
          {t("noOfficersText")}
        </EmptyState>
      )}
      {!left && (
        <LinkButton tone="secondary" href="/district">
          {t("toDistrict")}
        </LinkButton>
      )}
      {left && officers.length > 0 && <Choices areas={areas} officers={officers} move={move} />}
      {officer && asking && (
        <AssignPreview
          sender={sender}
          areas={move.areas}
          officer={officer}
          onClose={move.cancel}
          onDone={move.finish}
        />
      )}
    </>
  );
}

/** Other ways than a whole subdistrict: by village, group or name; the suggestion; earlier moves. */
function OtherWays({ season }: { season: Season }) {
  const t = useTranslations("caseload");
  const ways = [
    // Those whom the headline counts: who declined, moved or died has no account officer either and is to have none.
    { href: holdersHref({ withoutOfficer: "all" }), label: t("byHand") },
    ...(season === "open" ? [{ href: "/assign/balance", label: t("balanceTitle") }] : []),
    { href: "/assign/moves", label: t("movesTitle") },
  ];
  return (
    <ul className="mb-5 flex flex-wrap gap-x-6">
      {ways.map(({ href, label }) => (
        <li key={href}>
          <Link href={href} className="inline-flex min-h-12 items-center">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Choices({ areas, officers, move }: Props & { move: ReturnType<typeof useChoice> }) {
  const t = useTranslations("assign");
  const { officer, attempt } = move;
  const people = move.areas.reduce((sum, each) => sum + each.people, 0);
  const noArea = attempt > 0 && move.areas.length === 0 ? t("errorSubdistrict") : undefined;
  const noOfficer = attempt > 0 && !officer ? t("errorOfficer") : undefined;
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        move.ask();
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...(noArea ? [{ field: "subdistrict", message: noArea }] : []),
          ...(noOfficer ? [{ field: "officer", message: noOfficer }] : []),
        ]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Areas
          areas={areas}
          value={move.subdistricts}
          onChange={move.setSubdistricts}
          error={noArea}
        />
        <Officers officers={officers} value={move.code} onChange={move.setCode} error={noOfficer} />
      </div>
      <ActionBar stays="always">
        {/* What was chosen stands beside the button, however far the lists are scrolled. */}
        <p role="status" className="mr-auto">
          {people > 0 ? t("chosenAreas", { areas: move.areas.length, people }) : t("chosenNone")}
          {officer && people > 0 && (
            <>
              {" → "}
              <strong className="keep-word">{officer.name}</strong>{" "}
              {t("chosenLoad", { sum: officer.people + people })}
            </>
          )}
        </p>
        <Button type="submit">{t("preview")}</Button>
      </ActionBar>
    </form>
  );
}

function DoneNotice({ done }: { done: Done }) {
  const t = useTranslations("assign");
  const href = holdersHref({ officer: done.officer.officerId });
  return (
    <div className="mb-5">
      <Notice
        kind="success"
        live
        action={
          <LinkButton tone="secondary" href={href}>
            {t("seeList")}
          </LinkButton>
        }
      >
        {t("done", { people: done.people, officer: done.officer.name })}
      </Notice>
    </div>
  );
}

type ChoiceProps<Item> = {
  value: string;
  onChange: (value: string) => void;
  error?: string;
} & Item;

type AreasProps = {
  areas: readonly WaitingArea[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  error?: string;
};

function Areas({ areas, value, onChange, error }: AreasProps) {
  const t = useTranslations("assign");
  return (
    <ChoiceList
      name="subdistrict"
      type="checkbox"
      legend={t("chooseSubdistrict")}
      error={error}
      value={value}
      onChange={({ currentTarget: { value: code, checked } }) =>
        onChange(checked ? [...value, code] : value.filter((each) => each !== code))
      }
      choices={areas.map(({ code, name, people, ...parts }) => ({
        value: code,
        label: t("subdistrictCount", { name, people }),
        hint: t("subdistrictHint", parts),
      }))}
    />
  );
}

/** The district's account officers, with the number of holders of each. */
export function Officers({
  officers,
  legend,
  value,
  onChange,
  error,
}: ChoiceProps<{ officers: readonly DistrictOfficer[]; legend?: string }>) {
  const t = useTranslations("assign");
  return (
    <ChoiceList
      name="officer"
      legend={legend ?? t("chooseOfficer")}
      error={error}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      choices={officers.map(({ code, name, agency, people }) => ({
        value: code,
        label: `${name} (${code})`,
        hint: [aoAgencyName(agency), t("officerHint", { people })].filter(Boolean).join(" · "),
      }))}
    />
  );
}
