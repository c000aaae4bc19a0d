import { useTranslations } from "next-intl";
import type { PlanChange } from "@/domain/plan";
import { projectOf } from "@/domain/rules/menu";
import type { TargetGroup } from "@/domain/rules/rule-set";
import { rules2018 } from "@/domain/rules/rules-2018";

/** "เปลี่ยน: …", one line each. */
export function ChangeList({ changes }: { changes: readonly PlanChange[] }) {
  const t = useTranslations("plan");
  const words = useTranslations("words");
  const group = (code: TargetGroup | null) => (code ? words(`group_${code}`) : "-");
  function say(change: PlanChange): string {
    switch (change.what) {
      case "band":
        return t("changeBand", {
          from: words(`band_${change.from as "over_30000"}`),
          to: words(`band_${change.to as "over_30000"}`),
        });
      case "targetGroup":
        return t("changeGroup", { from: group(change.from), to: group(change.to) });
      case "topUp":
        return t("changeTopUp", { from: change.from, to: change.to });
      case "menuAdded":
        return t("changeAdded", { project: projectOf(rules2018, change.project).name });
      case "menuRemoved":
        return t("changeRemoved", { project: projectOf(rules2018, change.project).name });
    }
  }
  return (
    <ul>
      {changes.map((change) => (
        <li key={say(change)}>{say(change)}</li>
      ))}
    </ul>
  );
}
