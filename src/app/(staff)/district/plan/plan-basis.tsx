import { useTranslations } from "next-intl";
import type { KeptPlan, PlanFacts } from "@/domain/outreach-plan";

type Props = { facts: Pick<PlanFacts & KeptPlan, "awaited"> & Partial<KeptPlan>; date: string };

/** Whom a plan counts, each part named. A version kept before the interviews left were counted says so. */
export function OutreachBasis({ facts: { awaited, left, toMeet }, date }: Props) {
  const t = useTranslations("preparation");
  return left
    ? t("planSub", { left: left.all, ...left.parts, awaited, date })
    : t("planSubBefore", { toMeet: toMeet ?? 0, awaited, date });
}
