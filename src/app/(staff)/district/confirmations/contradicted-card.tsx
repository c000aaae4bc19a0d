import { useTranslations } from "next-intl";
import { AnswersSince } from "@/app/parts/answers-since";
import { ReviewForm } from "@/app/parts/review-form";
import { formatThaiDate } from "@/domain/thai-dates";
import type { ContradictedDeath } from "@/server/visits/reviews";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

/** A confirmed death, the answers given since, and the decision which of the two is wrong. */
export function ContradictedCard({ death }: { death: ContradictedDeath }) {
  const t = useTranslations("visits");
  const words = useTranslations("words");
  const { id, person, on, source, recordedBy, confirmedBy, answers, own } = death;
  return (
    <Card
      title={<Link href={`/holders/${person.id}`}>{person.name}</Link>}
      sub={words("subdistrict", { name: person.subdistrict })}
    >
      <DescriptionList
        items={[
          {
            term: words("state_deceased"),
            detail: `${formatThaiDate(on)} · ${t(`source_${source}`)} · ${death.words}`,
          },
          {
            term: t("reportedBy"),
            detail: t("reportedAndConfirmed", { by: recordedBy, confirmer: confirmedBy }),
          },
          { term: t("answeredSinceTitle"), detail: <AnswersSince answers={answers} /> },
        ]}
      />
      <div className="mt-4">
        {own ? (
          <Notice>{t("reviewOwn")}</Notice>
        ) : (
          <ReviewForm departureId={id} kind="deceased" expected={answers.length} />
        )}
      </div>
    </Card>
  );
}
