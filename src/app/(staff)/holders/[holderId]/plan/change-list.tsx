import { useTranslations } from "next-intl";
import type { PlanChange } from "@/domain/plan";
import type { TargetGroup } from "@/domain/rules/rule-set";

/** "เปลี่ยน: …", one line each; bands and projects are named already. */
export function ChangeList({ changes }: { changes: readonly PlanChange[] }) {
  const t = useTranslations("plan");
  const words = useTranslations("words");
  const group = (code: TargetGroup | null) => (code ? words(`group_${code}`) : "-");
  function say(change: PlanChange): string {
    switch (change.what) {
      case "band":
        return t("changeBand", { from: change.from, to: change.to });
      case "targetGroup":
        return t("changeGroup", { from: group(change.from), to: group(change.to) });
      case "topUp":
        return t("changeTopUp", { from: change.from, to: change.to });
      case "menuAdded":
        return t("changeAdded", { project: change.project });
      case "menuRemoved":
        return t("changeRemoved", { project: change.project });
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
