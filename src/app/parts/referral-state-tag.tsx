import { useTranslations } from "next-intl";
import { dueOf } from "@/domain/due";
import type { ReferralState } from "@/domain/referral";
import { formatThaiDateShort } from "@/domain/thai-dates";
import { Tag, type Tone } from "@/ui/tag";

const tones: Record<ReferralState, Tone> = {
  draft: "quiet",
  sent: "due",
  escalated: "late",
  accepted: "done",
  waiting_list: "due",
  in_progress: "selected",
  completed: "done",
  refused: "late",
  withdrawn: "quiet",
};

/** The day on which the agency was asked. */
export function SentOn({ on }: { on: string | null }) {
  const t = useTranslations("referrals");
  return (
    on && (
      <span className="keep text-sm text-soft">
        {t("sentOn", { date: formatThaiDateShort(on) })}
      </span>
    )
  );
}

/** The state in words; an answer that is late says by how much: "หน่วยงานยังไม่ตอบ เกิน 2 วัน". */
export function StateTag({
  state,
  nextOn,
  today,
}: {
  state: ReferralState;
  nextOn: string | null;
  today: string;
}) {
  const t = useTranslations("referrals");
  const words = useTranslations("words");
  const late = state === "escalated" && nextOn ? ` ${words("due", dueOf(nextOn, today))}` : "";
  return (
    <Tag tone={tones[state]}>
      {t(`state_${state}`)}
      {late}
    </Tag>
  );
}
