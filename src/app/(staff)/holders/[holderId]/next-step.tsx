import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Role } from "@/domain/policy";
import { formatThaiDateShort } from "@/domain/thai-dates";
import type { Casework, HolderView } from "@/server/holders/queries";

type Props = { holder: HolderView; casework: Casework; role: Role };
type Step = {
  text: string;
  urgent: boolean;
  action: { href: string; label: string } | null;
  /** A second way for the account officer: the holder will not be interviewed. */
  other: { href: string; label: string } | null;
};

const shortDay = (date: Date) => formatThaiDateShort(date.toISOString().slice(0, 10));

/** What must be done next for this holder, and the one button for it where the reader may do it. */
export function useNextStep({ holder, casework, role }: Props): Step {
  const t = useTranslations("caseFile");
  const interviews = role === "account_officer";
  const assigns = role === "district_secretary" || role === "district_chief";
  const form = `/holders/${holder.id}/assessment`;
  const refusal = { href: `/holders/${holder.id}/refusal`, label: t("refuse") };
  const pendingAssessment = casework.assessments.find(
    ({ confirmation }) => confirmation === "pending",
  );
  if (casework.draft)
    return {
      text: t("nextResume", { date: shortDay(casework.draft.savedAt) }),
      urgent: true,
      action: { href: form, label: t("nextResumeAction") },
      other: null,
    };
  if (pendingAssessment)
    return {
      text: t("nextConfirmAssessment"),
      urgent: true,
      action:
        role === "district_secretary"
          ? { href: `${form}/${pendingAssessment.id}`, label: t("nextConfirmAction") }
          : null,
      other: null,
    };
  if (casework.intents.some(({ confirmation }) => confirmation === "pending"))
    return {
      text: t("nextConfirmPaper"),
      urgent: true,
      action:
        role === "district_secretary"
          ? { href: "/desk/confirmations", label: t("nextConfirmAction") }
          : null,
      other: null,
    };
  const [latest] = casework.assessments;
  if (!latest) {
    const mustMeet = holder.latestAnswer !== "no";
    if (mustMeet && holder.accountOfficerId)
      return {
        text: interviews ? t("nextInterview") : t("nextWaiting"),
        urgent: interviews,
        action: interviews ? { href: form, label: t("nextInterviewAction") } : null,
        other: interviews ? refusal : null,
      };
    if (mustMeet)
      return {
        text: t("nextAssign"),
        urgent: true,
        action: assigns
          ? { href: `/assign/holder/${holder.id}`, label: t("nextAssignAction") }
          : null,
        other: null,
      };
  }
  const nextContact = latest?.nextContactOn;
  return {
    text: nextContact ? t("nextNothing", { date: shortDay(nextContact) }) : t("nextNothingNoDate"),
    urgent: false,
    action: interviews
      ? { href: form, label: latest ? t("interviewAgain") : t("nextInterviewAction") }
      : null,
    other: null,
  };
}

/** The line above all others. */
export function NextStep({ text, urgent, other }: Step) {
  const t = useTranslations("caseFile");
  return (
    <p
      className={`mt-4 flex flex-wrap items-center justify-between gap-x-4 rounded-card px-4 py-3 ${urgent ? "bg-amber-tint" : "bg-leaf-tint"}`}
    >
      <span>
        <strong>{t("next")}</strong> {text}
      </span>
      {other && (
        <Link
          href={other.href}
          prefetch={false}
          data-screen-only
          className="inline-flex min-h-12 items-center"
        >
          {other.label}
        </Link>
      )}
    </p>
  );
}
