import { useTranslations } from "next-intl";
import { CommandForm } from "@/app/forms/command-form";
import type { PlanView } from "@/server/plans/queries";
import { Card } from "@/ui/card";

type Props = { plan: PlanView; holderId: string; today: string };

/** The next version: the goals by dimension, and the day on which both agreed. */
export function AgreeForm({ plan: { shown }, holderId, today }: Props) {
  const t = useTranslations("plan");
  const words = useTranslations("words");
  return (
    <Card title={t("agreeTitle", { number: shown.number + 1 })} sub={t("agreeSub")}>
      <CommandForm
        command="agreePlan"
        fixed={{ holderId, version: shown.number }}
        fields={[
          ...([1, 2, 3, 4] as const).map((dimension) => ({
            name: `goal${dimension}` as const,
            kind: "text" as const,
            label: t("goal", { dimension: words(`dimension_${dimension}`) }),
            initial: shown.goals.find((each) => each.dimension === dimension)?.goal,
          })),
          { name: "agreedOn", kind: "date", label: t("agreeOn"), initial: today },
        ]}
        submit={t("agree", { number: shown.number + 1 })}
        then={`/holders/${holderId}/plan`}
      />
    </Card>
  );
}
