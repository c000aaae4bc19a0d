import { useTranslations } from "next-intl";
import { CommandButton } from "@/app/forms/command-button";
import type { NextRun } from "@/domain/month-run";
import { mayEver, type Role } from "@/domain/policy";
import { formatThaiDate, formatThaiMonth } from "@/domain/thai-dates";
import { Notice } from "@/ui/notice";

type Props = {
  next: NextRun;
  /** People whose sum is to be decided first. */
  waiting: number;
  role: Role;
  /** The run was calculated before. */
  again?: boolean;
};

/** Begins the calculation of a month, or says what stands in its way. */
export function Calculate({ next, waiting, role, again = false }: Props) {
  const t = useTranslations("runs");
  const month = formatThaiMonth(next.month);
  if (next.blockedBy)
    return <p>{t("nextNotBegun", { month, date: formatThaiDate(`${next.month}-01`) })}</p>;
  if (waiting > 0)
    return (
      <Notice kind="warn">
        <p>{t("waiting", { people: waiting })}</p>
      </Notice>
    );
  if (!mayEver({ role }, "run.prepare")) return <p>{t("nextByTreasury", { month })}</p>;
  return (
    <div className="grid max-w-form gap-3">
      {!again && <p>{t("nextText", { month })}</p>}
      <CommandButton
        command="prepareMonthRun"
        input={{ month: next.month }}
        tone={again ? "secondary" : "primary"}
      >
        {t(again ? "nextAgain" : "next", { month })}
      </CommandButton>
    </div>
  );
}
