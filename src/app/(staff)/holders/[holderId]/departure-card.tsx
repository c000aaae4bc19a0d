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
  // A cancelled card is the province's, on a card of its own.
  const [standing] = departures.flatMap(({ kind, ...row }) =>
    kind !== "card_cancelled" && row.confirmation === "confirmed" ? [{ ...row, kind }] : [],
  );
  if (!standing || !mayEver(reader, "finding.confirm") || isConcerned(standing, reader.id))
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
