import { useTranslations } from "next-intl";
import { ReviewForm } from "@/app/parts/review-form";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDate } from "@/domain/thai-dates";
import type { Casework } from "@/server/holders/casework";
import { Card } from "@/ui/card";
import { Disclosure } from "@/ui/disclosure";

type Props = { departures: Casework["departures"]; reader: { id: string; role: Role } };

/** A death or a move that stands; a head who did not report it may look at it again. */
export function DepartureCard({ departures, reader }: Props) {
  const t = useTranslations("visits");
  const standing = departures.find(({ confirmation }) => confirmation === "confirmed");
  if (!standing || !mayEver(reader, "finding.confirm") || standing.recordedById === reader.id)
    return null;
  const { id, kind, departedOn, source, sourceDetail } = standing;
  return (
    <Card
      title={t(`reviewTitle_${kind}`, { date: formatThaiDate(departedOn) })}
      sub={`${t(`source_${source}`)} · ${sourceDetail}`}
    >
      <Disclosure summary={t("reviewShow")}>
        <ReviewForm departureId={id} kind={kind} />
      </Disclosure>
    </Card>
  );
}
