import { useTranslations } from "next-intl";
import { AnswersSince } from "@/app/parts/answers-since";
import { ReviewForm } from "@/app/parts/review-form";
import { isConcerned } from "@/domain/death";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Casework } from "@/server/holders/casework";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";

type Props = { departures: Casework["departures"]; reader: { id: string; role: Role } };

/** A death or a move that stands; a head who is not concerned by it may look at it again. */
export function DepartureCard({ departures, reader }: Props) {
  const t = useTranslations("visits");
  const standing = departures.find(
    ({ kind, confirmation }) => kind !== "card_cancelled" && confirmation === "confirmed",
  );
  if (
    !standing ||
    standing.kind === "card_cancelled" ||
    !mayEver(reader, "finding.confirm") ||
    isConcerned(standing, reader.id)
  )
    return null;
  const { id, kind, departedOn, source, sourceDetail, answers } = standing;
  return (
    <Card
      title={t(`reviewTitle_${kind}`, { date: formatThaiDate(departedOn) })}
      sub={`${t(`source_${source}`)} · ${sourceDetail}`}
    >
      {answers.length > 0 && (
        <>
          <h3 className="text-base">{t("answeredSinceTitle")}</h3>
          <AnswersSince answers={answers} />
        </>
      )}
      <Disclosure summary={t("reviewShow")}>
        <ReviewForm departureId={id} kind={kind} expected={answers.length} />
      </Disclosure>
    </Card>
  );
}
