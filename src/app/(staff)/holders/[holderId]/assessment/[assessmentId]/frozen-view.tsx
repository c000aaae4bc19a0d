import { useTranslations } from "next-intl";
import { type QuestionId, steps } from "@/domain/assessment";
import type { AskedQuestion, QuestionWords } from "@/domain/assessment/asked";
import { questionOf } from "@/domain/assessment/questions";
import { referralCount } from "@/domain/referral-count";
import { projectOf } from "@/domain/rules/menu";
import { toArabicDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import type { FrozenAssessment } from "@/server/assessments/queries";
import type { Household } from "@/server/visits/household";
import { Card } from "@/ui/card";
import { Curtain } from "@/ui/curtain";
import { DescriptionList } from "@/ui/description-list";
import { Disclosure } from "@/ui/disclosure";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { type AnswerPhrases, answerWords, isShown } from "../hooks/answer-words";
import { ConfirmPanel } from "./confirm-panel";

type Props = {
  assessment: FrozenAssessment;
  /** The others of the house who wait for an interview. */
  housemates: Household["waiting"];
  mayConfirm: boolean;
  /** The reader does what comes after the interview. */
  mayGoOn: boolean;
};
type AnswerProps = { id: QuestionId; assessment: FrozenAssessment; phrases: AnswerPhrases };

/** A submitted interview as it was frozen: questions, answers, plan, decision, in the wording of that day. */
export function FrozenAssessmentView(props: Props) {
  const { assessment, mayConfirm, mayGoOn, housemates } = props;
  const t = useTranslations("assessment");
  const { holder, answer, interviewedOn, recordedOn, recordedBy, warnings } = assessment;
  const phrases = useFrozenPhrases(assessment);
  return (
    <div className="flex max-w-form flex-col gap-5">
      <PageHeading
        eyebrow={
          <span className="keep">{`${holder.title}${holder.firstName} ${holder.lastName}`}</span>
        }
        title={t(answer === "yes" ? "frozenTitle_yes" : "frozenTitle_no")}
        sub={t("frozenSub", {
          date: formatThaiDate(interviewedOn),
          officer: recordedBy.name,
          code: assessment.officerCode,
          recorded: formatThaiDate(recordedOn),
        })}
        actions={
          <LinkButton href={`/holders/${assessment.holderId}`} tone="secondary">
            {t("toCaseFile")}
          </LinkButton>
        }
      />
      {mayGoOn && <WaysOn assessment={assessment} housemates={housemates} />}
      <Confirmation assessment={assessment} mayConfirm={mayConfirm} />
      {warnings.map((warning) => (
        <Notice key={warning} kind="warn">
          {t(warning === "no_project" ? "warning_no_project" : "warning_co_interviewer_missing")}
        </Notice>
      ))}
      <Plan assessment={assessment} />
      {steps.map((step) => (
        <Card key={step} title={t(`step_${step}`)} sub={t(`clinic_${step}`)}>
          <DescriptionList
            items={assessment.questions
              .filter((asked) => asked.step === step && isShown(asked, assessment.answers))
              .map((asked) => ({
                term: asked.formal,
                detail: <FrozenAnswer id={asked.id} assessment={assessment} phrases={phrases} />,
              }))}
          />
        </Card>
      ))}
      <Disclosure summary={t("frozenReasons")}>
        <ul className="flex flex-col gap-2 text-sm">
          {assessment.decision.reasons.map(({ code, clause, quote }) => (
            <li key={code}>
              {toArabicDigits(clause)}
              {quote && <blockquote className="border-l-4 border-line pl-3">“{quote}”</blockquote>}
            </li>
          ))}
        </ul>
      </Disclosure>
      <p className="text-sm text-soft">
        {t("frozenForm", { form: assessment.formVersion, rules: assessment.rules.words.rules })}
      </p>
    </div>
  );
}

/** What comes after the interview: the plan on paper, the agencies, the next house. */
function WaysOn({ assessment, housemates }: Pick<Props, "assessment" | "housemates">) {
  const t = useTranslations("assessment");
  const words = useTranslations("words");
  const { holderId, answer, projects } = assessment;
  const referrals = projects.flatMap(({ project }) =>
    projectOf(assessment.rules, project).agencies.map((agency) => ({ project, agency })),
  );
  return (
    <nav aria-label={t("waysOn")} data-screen-only className="flex flex-wrap gap-3">
      {answer === "yes" && (
        <LinkButton href={`/holders/${holderId}/plan`} tone="secondary">
          {t("printPlan")}
        </LinkButton>
      )}
      {answer === "yes" && projects.length > 0 && (
        <LinkButton href={`/holders/${holderId}/referrals`} tone="secondary">
          {t("sendReferrals", { what: words("referralCount", referralCount(referrals)) })}
        </LinkButton>
      )}
      {housemates.map(({ id, name }) => (
        <LinkButton key={id} href={`/holders/${id}/assessment`} tone="secondary">
          {t("housemate", { name })}
        </LinkButton>
      ))}
      <LinkButton href="/day">{t("nextHouse")}</LinkButton>
    </nav>
  );
}

/** An answer in the words of that day; the income behind its curtain. */
function FrozenAnswer({ id, assessment, phrases }: AnswerProps) {
  const file = useTranslations("caseFile");
  const { answers, questions } = assessment;
  const words = frozenWords(questions);
  const said = answerWords(questionOf(id), answers, words, phrases).join(", ");
  const told = id === "monthlyIncome" && answers.monthlyIncome !== undefined;
  return told ? <Curtain label={file("showAmount")}>{said}</Curtain> : said;
}

function Confirmation({ assessment, mayConfirm }: Pick<Props, "assessment" | "mayConfirm">) {
  const t = useTranslations("assessment");
  const { confirmation, confirmedOn, confirmedBy, confirmationNote } = assessment;
  const by = {
    date: confirmedOn ? formatThaiDate(confirmedOn) : "",
    officer: confirmedBy?.name ?? "",
  };
  if (confirmation === "confirmed") return <Notice kind="success">{t("confirmed", by)}</Notice>;
  if (confirmation === "rejected")
    return <Notice kind="error">{t("rejected", { ...by, note: confirmationNote ?? "" })}</Notice>;
  if (confirmation !== "pending") return null;
  if (!mayConfirm) return <Notice kind="warn">{t("confirmWaiting")}</Notice>;
  return (
    <Card surface="cream" title={t("confirmTitle")}>
      <p>
        {t("confirmText", {
          paper: assessment.paperNumber ?? "",
          date: formatThaiDate(assessment.interviewedOn),
          recorded: formatThaiDate(assessment.recordedOn),
          why: assessment.lateReason ?? "",
        })}
      </p>
      <ConfirmPanel assessmentId={assessment.id} />
    </Card>
  );
}

function Plan({ assessment }: { assessment: FrozenAssessment }) {
  const t = useTranslations("assessment");
  const { projects, consentReferral, answer } = assessment;
  if (answer !== "yes") return null;
  return (
    <Card title={t("frozenPlan")} sub={t(consentReferral ? "frozenConsent" : "frozenNoConsent")}>
      {projects.length === 0 && <p>{t("frozenNoPlan")}</p>}
      <ol className="list-decimal pl-6">
        {projects.map(({ project, category, offMenu, reason }) => (
          <li key={project} className="py-1">
            {projectOf(assessment.rules, project).name}
            <span className="block text-sm text-soft">
              {offMenu
                ? t("frozenOffMenu", { reason: reason ?? "" })
                : (category ?? t("noCategory"))}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The wording as it was asked then; today's wording is not used. */
function frozenWords(questions: readonly AskedQuestion[]): QuestionWords {
  const of = (id: string) => questions.find((question) => question.id === id);
  return {
    ask: (id) => of(id)?.ask ?? id,
    formal: (id) => of(id)?.formal ?? id,
    option: (id, code) => of(id)?.options[code] ?? code,
  };
}

function useFrozenPhrases({ coInterviewer, reason, rules }: FrozenAssessment): AnswerPhrases {
  const t = useTranslations("assessment");
  return {
    declined: t("declineToAnswer"),
    missing: t("notAnswered"),
    none: t("none"),
    baht: (amount) => t("baht", { amount: amount.toLocaleString("en-US") }),
    // Stored in the wording of that day, with the text that was added to it.
    declineReason: () => reason?.split(": ")[0] ?? "",
    bank: (code) =>
      code === "BAAC" ? t("coInterviewerBankOption_BAAC") : t("coInterviewerBankOption_GSB"),
    officer: () => coInterviewer?.name ?? "",
    project: (code) => rules.projects[code]?.name ?? code,
  };
}
