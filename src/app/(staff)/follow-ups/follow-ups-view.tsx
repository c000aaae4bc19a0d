import { useTranslations } from "next-intl";
import { ExportLink } from "@/app/parts/export-link";
import { headlineFigures } from "@/app/parts/headline-figures";
import { contactsEach, doses, hasEnded, meanIncomes, whyNoIncome } from "@/domain/follow-up";
import { followUpHeadline } from "@/domain/headline";
import { type HolderFilter, holdersHref } from "@/domain/holder-filter";
import { type Actor, mayEver, reachOf } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { hasBegun, incomeUpOf, type Known, resultsOf } from "@/domain/results";
import { formatThaiDate } from "@/domain/thai-dates";
import type { FollowUps } from "@/server/follow-ups/queries";
import type { Tried } from "@/server/follow-ups/tried";
import { Card, CountCard } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { PartsTable } from "./parts-table";

type Props = {
  found: FollowUps;
  /** Of the round that was asked for last; null before the first. */
  tried: Tried | null;
  actor: Actor;
};

/** The chosen round, contacts per person beside the results, then each officer or district. */
export function FollowUpsView({ found, tried, actor }: Props) {
  const t = useTranslations("followUps");
  const words = useTranslations("words");
  const within: HolderFilter = { ...(found.district && { district: found.district }) };
  const place = found.district
    ? words("district", { name: found.name ?? "" })
    : found.name
      ? provinceNamed(found.name)
      : actor.name;
  return (
    <>
      <PageHeading
        eyebrow={formatThaiDate(found.today)}
        title={useHeadline(found)}
        sub={t("sub", { place })}
        actions={
          <>
            <ExportLink list="follow_ups" filter={within} role={actor.role} />
            {mayEver(actor, "district.view") && (
              <LinkButton
                tone="secondary"
                href={
                  reachOf(actor, "district.view") === "district"
                    ? "/district/daily"
                    : "/province/daily"
                }
              >
                {t("daily")}
              </LinkButton>
            )}
            <LinkButton tone="secondary" href="/ministry">
              {t("toMinistry")}
            </LinkButton>
          </>
        }
      />
      {found.sum.people === 0 ? (
        <EmptyState title={t("headline_none")}>{t("noneText")}</EmptyState>
      ) : (
        <div className="grid gap-4">
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <RoundsCard found={found} within={within} tried={tried} />
            <DoseCard found={found} within={within} />
          </div>
          <ResultsCard found={found} within={within} />
          {found.parts.length > 0 && <PartsTable found={found} />}
        </div>
      )}
    </>
  );
}

function useHeadline({ sum, round }: FollowUps): string {
  const t = useTranslations("followUps");
  const open = sum.rounds.find(({ id }) => id === round?.id)?.open ?? 0;
  const headline = followUpHeadline({
    people: sum.people,
    first: sum.rounds[0]?.from ?? null,
    round: round && { open, daysLeft: round.daysLeft },
  });
  if (headline.says === "before")
    return t("headline_before", {
      people: headline.people,
      date: headline.from ? formatThaiDate(headline.from) : "",
    });
  return t(`headline_${headline.says}`, {
    ...headlineFigures,
    round: round?.words.long ?? "",
    ...headline,
  });
}

type CardProps = { found: FollowUps; within: HolderFilter };

function RoundsCard({
  found: { sum, today, often },
  within,
  tried,
}: CardProps & Pick<Props, "tried">) {
  const t = useTranslations("followUps");
  return (
    <Card title={t("rounds")} sub={often}>
      <div className="grid gap-4">
        {sum.rounds.map((round) => {
          const { asked, done, open, met, later } = round;
          const ended = hasEnded(round, today);
          return (
            <section key={round.id}>
              <h3 className="mb-2 text-base">
                {round.words.name}{" "}
                {ended && <span className="font-normal text-soft">{t("roundClosed")}</span>}
              </h3>
              <div className="grid grid-cols-2 gap-3">
                <CountCard
                  count={hasBegun(round, today) ? done : t("roundState_ahead")}
                  label={t("roundDone")}
                  sub={t("roundOf", { count: asked })}
                  tone={done > 0 ? "done" : "quiet"}
                  href={holdersHref({ ...within, round: `${round.id}_done` })}
                />
                <CountCard
                  count={hasBegun(round, today) ? open : t("roundState_ahead")}
                  label={t(ended ? "roundMissed" : "roundOpen")}
                  sub={t("roundOf", { count: asked })}
                  tone={open > 0 && hasBegun(round, today) && !ended ? "due" : "quiet"}
                  href={holdersHref({ ...within, round: `${round.id}_open` })}
                />
              </div>
              {tried && tried.round === round.id && open > 0 && (
                <p className="mt-2">
                  <Link href={tried.href} className="underline">
                    {t("roundTried", { count: tried.count })}
                  </Link>
                </p>
              )}
              {met + later > 0 && (
                <p className="mt-2 text-sm text-soft">
                  {t("roundRest", { met, later, both: String(met > 0 && later > 0) })}
                </p>
              )}
            </section>
          );
        })}
      </div>
    </Card>
  );
}

function DoseCard({ found: { sum }, within }: CardProps) {
  const t = useTranslations("followUps");
  const each = contactsEach(sum);
  return (
    <Card title={t("dose")} sub={t("doseSub")}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-2 xl:grid-cols-4">
        {doses.map((dose) => (
          <CountCard
            key={dose}
            count={sum.dose[dose]}
            label={t(`dose_${dose}`)}
            tone={dose === 0 && sum.dose[dose] > 0 ? "due" : "quiet"}
            href={holdersHref({ ...within, contacts: `${dose}` })}
          />
        ))}
      </div>
      <p className="mt-3">{each === null ? t("contactsNone") : t("contactsEach", { each })}</p>
      <div className="mt-3">
        <CountCard
          count={sum.takers}
          label={t("takers")}
          sub={t("takersOf", { people: sum.people, taken: sum.takenUp, projects: sum.projects })}
          href={holdersHref({ ...within, takenUp: "yes" })}
        />
      </div>
    </Card>
  );
}

function ResultsCard({ found: { sum }, within }: CardProps) {
  const t = useTranslations("followUps");
  const income = meanIncomes(sum);
  const { jobs, loans, trained } = resultsOf(sum);
  return (
    <Card title={t("results")} sub={t("resultsSub")}>
      <p className="mb-3">
        <strong>{t("incomeMean")}</strong>{" "}
        {income ? t("incomeMeanText", income) : t(whyNoIncome(sum))}
        {income && (
          <>
            {" · "}
            <Link className="underline" href={holdersHref({ ...within, result: "income_told" })}>
              {t("incomeMeanOf", { people: sum.incomePeople })}
            </Link>
          </>
        )}
      </p>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Result
          known={incomeUpOf(sum)}
          label={t("incomeUp")}
          href={holdersHref({ ...within, result: "income_up" })}
        />
        <Result known={jobs} label={t("jobs")} href={holdersHref({ ...within, result: "job" })} />
        <Result
          known={loans}
          label={t("loans")}
          more={t("loansSum", { baht: sum.loanBaht })}
          href={holdersHref({ ...within, result: "loan" })}
        />
        <Result
          known={trained}
          label={t("trained")}
          more={t("trainedSum", { hours: sum.trainingHours })}
          href={holdersHref({ ...within, result: "training" })}
        />
      </div>
    </Card>
  );
}

type ResultProps = { known: Known; label: string; more?: string; href: string };

/** A result of those who were asked; where nobody was, that. */
function Result({ known, label, more, href }: ResultProps) {
  const t = useTranslations("followUps");
  if (!known) return <CountCard count={t("notKnown")} label={label} />;
  const of = t("roundOf", { count: known.of });
  return (
    <CountCard count={known.count} label={label} sub={more ? `${of} · ${more}` : of} href={href} />
  );
}
