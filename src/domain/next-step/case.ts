import type { ProjectAgency } from "@/domain/agencies";
import type { IsoDate } from "@/domain/calendar";
import type { CorrectionField } from "@/domain/correction";
import type { AfterDeath } from "@/domain/death";
import type { Role } from "@/domain/policy";
import type { ReferralState } from "@/domain/referral";
import type { referralCount } from "@/domain/referral-count";
import type { NamedRound } from "@/domain/rules/rounds";
import type { DepartureKind } from "@/domain/visit";

type Report = { confirmation: string | null };
type Form = Report & { afterDeath: AfterDeath | null };

/** What of a case may wait for somebody: the rows of each noun, newest first. */
export type Case = {
  holder: {
    latestAnswer: string | null;
    departure: string | null;
    accountOfficerId: string | null;
  };
  /** The reader's own form that is not finished. */
  draft: { savedOn: IsoDate } | null;
  intents: readonly Form[];
  assessments: readonly (Form & { id: string })[];
  departures: readonly (Report & { kind: DepartureKind; recordedById: string })[];
  refusals: readonly Report[];
  appointments: readonly { status: string; meetOn: IsoDate }[];
  corrections: readonly {
    id: string;
    status: string;
    field: CorrectionField;
    requestedById: string;
  }[];
  inquiries: readonly {
    id: string;
    answer: string | null;
    ownerId: string | null;
    dueOn: IsoDate;
  }[];
  referrals: readonly {
    state: ReferralState;
    consentWithdrawnOn: IsoDate | null;
    nextOn: IsoDate | null;
    agency: ProjectAgency;
    project: string;
    projectName: string;
  }[];
  followUp: {
    active: boolean;
    agreedOn: IsoDate;
    /** The rounds of the set in their order, and when each was done. */
    rounds: readonly (NamedRound & { doneOn: IsoDate | null })[];
  } | null;
  ministry: readonly { state: string; reason: string | null }[];
};

/** The day on which the person is met or spoken to next. Whatever form names a day plans an appointment (`appointNext`). */
export function nextContactOn({ appointments }: Pick<Case, "appointments">): IsoDate | null {
  return appointments.find(({ status }) => status === "planned")?.meetOn ?? null;
}

/** What a report waits to be confirmed as. */
export type ReportedState = "deceased" | "moved_away" | "refused_interview";

type What =
  | { code: "resume_interview"; savedOn: IsoDate }
  | { code: "confirm_interview"; assessmentId: string }
  | { code: "confirm_intent" }
  | { code: "confirm_report"; reported: ReportedState }
  | { code: "confirm_cancellation" }
  | { code: "review_death" }
  | { code: "decide_correction"; correctionId: string; field: CorrectionField }
  | { code: "answer_inquiry"; inquiryId: string; dueOn: IsoDate }
  | { code: "consent_taken_back"; referrals: number }
  | { code: "late_referral"; agency: ProjectAgency; projectName: string; dueOn: IsoDate }
  | ({ code: "send_referrals" } & ReturnType<typeof referralCount>)
  | { code: "appointment_overdue"; meetOn: IsoDate }
  | { code: "appointment"; meetOn: IsoDate }
  | { code: "interview" }
  | { code: "assign" }
  | { code: "report_bounced"; reason: string | null }
  | { code: "round_due"; round: NamedRound }
  | { code: "next_contact"; on: IsoDate }
  | { code: "follow_up" }
  | { code: "nothing"; nextContactOn: IsoDate | null; interviewed: boolean };

/** What must be done next for a person: a code and its facts; the screen has the words and the link. */
export type NextStep = What & {
  urgent: boolean;
  /** The reader is the one who does it. */
  forReader: boolean;
};
export type NextStepCode = NextStep["code"];

export type StepContext = {
  case: Case;
  reader: { id: string; role: Role };
  today: IsoDate;
};

/** One thing that may have to be done, or null where there is nothing of it. Registered in `next-step.ts`. */
export type StepSource = (context: StepContext) => NextStep | null;
