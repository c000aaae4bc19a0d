import { demoAnswers } from "@tests/builders/demo-answers";
import type { Random } from "@tests/builders/random";
import { aoAgencyOf } from "@/domain/agencies";
import { formVersion, mainCauseOf } from "@/domain/assessment";
import { askedQuestions } from "@/domain/assessment/asked";
import { currentGroupOf } from "@/domain/assessment/groups";
import { onMenuOf } from "@/domain/assessment/menu-of-form";
import { isCoInterviewerRequired } from "@/domain/assessment/questions";
import { submissionSchema } from "@/domain/assessment/submission";
import { warningsOf } from "@/domain/assessment/warnings";
import type { IsoDate } from "@/domain/calendar";
import { nextDayOf } from "@/domain/referral";
import type { RuleSets } from "@/domain/rules/sets";
import { localSettings } from "@/domain/settings";
import { questionWords } from "@/i18n/question-words";
import { chosenProjects, columnsOf, judged } from "@/server/assessments/submission";
import { answersFor, contentsOf } from "@/server/referrals/contents";
import { agenciesOf } from "@/server/referrals/drafts";
import { formsOfYes } from "./forms";
import type { NationOfficer } from "./officers";
import { uuidOf } from "./rows";

/** An assigned holder, as the casework reads them. */
export type AssignedHolder = {
  id: string;
  must_reach: boolean;
  latest_answer: "yes" | "no" | null;
  first_yes_on: IsoDate | null;
  birth_date: IsoDate | null;
  income_2559_satang: number;
  account_officer_id: string;
  account_officer_code: string;
  title: string;
  first_name: string;
  last_name: string;
  moo: number | null;
  ministry_phone: string | null;
  subdistrict: string;
  district: string;
};

/** The rows of one interview, and of the referrals of its plan. */
export type InterviewRows = {
  assessment: ReturnType<typeof assessmentRow>;
  projects: ReturnType<typeof projectRows>;
  referrals: ReturnType<typeof referralRows>;
};
type Interviewed = {
  holder: AssignedHolder;
  officer: NationOfficer;
  /** Who joins where the account officer is of no bank. */
  banker: NationOfficer | undefined;
  wish: "yes" | "no";
  on: IsoDate;
};

/**
 * One interview as `submitAssessment` would store it: the demo's answers, judged by the rules of its day. A part of the
 * referrals goes to the agencies at once.
 */
export function interviewRows(
  random: Random,
  ruleSets: RuleSets,
  interviewed: Interviewed,
): InterviewRows {
  const form = filledForm(random, ruleSets, interviewed);
  return {
    assessment: assessmentRow(form, interviewed),
    projects: projectRows(form),
    referrals: referralRows(form, interviewed, ruleSets, random.chance(0.4)),
  };
}

type FilledForm = ReturnType<typeof filledForm>;

function filledForm(
  random: Random,
  ruleSets: RuleSets,
  { holder, officer, banker, wish, on }: Interviewed,
) {
  const context = {
    today: on,
    ruleSets,
    agency: aoAgencyOf(officer.agency),
  };
  const mayJoin = isCoInterviewerRequired({ interviewedOn: on }, context);
  const joined = mayJoin && banker ? { coInterviewerId: banker.id } : {};
  const said = holder.latest_answer === "yes" ? holder.first_yes_on : null;
  const forms = formsOfYes(
    { satang: holder.income_2559_satang, birthDate: holder.birth_date, yesOn: said },
    aoAgencyOf(officer.agency),
  );
  const answers = submissionSchema(context, onMenuOf(ruleSets, forms)).parse({
    ...demoAnswers(random, { wish, on }),
    ...joined,
  });
  const decided = judged({ ruleSets, today: on }, answers, forms);
  return {
    ...decided,
    id: uuidOf(`nation interview ${holder.id}`),
    holderId: holder.id,
    answers,
    columns: columnsOf(answers),
    questions: askedQuestions(answers, context, questionWords),
    warnings: warningsOf(answers, context),
    chosen: chosenProjects(decided.rules, answers, decided.decision),
  };
}

function assessmentRow(form: FilledForm, { holder, officer, on }: Interviewed) {
  const { answers, columns } = form;
  return {
    id: form.id,
    holder_id: holder.id,
    interviewed_on: on,
    form_version: formVersion,
    questions: form.questions,
    answers,
    decision: form.stored,
    rules_version: form.decision.rules,
    current_group: currentGroupOf(form.rules, answers),
    target_group: form.targetGroup,
    main_cause: mainCauseOf(answers),
    answer: answers.wish,
    reason: columns.reason,
    consent_referral: columns.consentReferral,
    co_interviewer_id: columns.coInterviewerId,
    warnings: form.warnings,
    next_contact_on: answers.nextContactOn ?? null,
    phone: columns.phone,
    officer_code: holder.account_officer_code,
    recorded_by_id: officer.id,
  };
}

function projectRows({ id, holderId, chosen }: FilledForm) {
  return chosen.map(({ offMenu, ...each }) => ({
    ...each,
    assessment_id: id,
    holder_id: holderId,
    off_menu: offMenu,
  }));
}

function referralRows(
  form: FilledForm,
  { holder, officer, on }: Interviewed,
  ruleSets: RuleSets,
  sent: boolean,
) {
  const { questions, answers, columns, rules } = form;
  const frozen = { questions, answers, rulesVersion: rules.version };
  const contents = contentsOf(
    {
      ...{ title: holder.title, firstName: holder.first_name, lastName: holder.last_name },
      ...{ moo: holder.moo, phone: columns.phone, correctedPhone: null },
      ministryPhone: holder.ministry_phone,
      subdistrict: { name: holder.subdistrict },
      district: { name: holder.district },
    },
    officer,
  );
  const projects = form.chosen.map(({ project }) => project);
  return agenciesOf(rules, projects).map((each) => ({
    ...each,
    ...contents,
    id: uuidOf(`nation referral ${holder.id} ${each.project} ${each.agency}`),
    holder_id: holder.id,
    assessment_id: form.id,
    on,
    next_on: nextDayOf("draft", on, 0),
    by_id: officer.id,
    sent: sent && columns.consentReferral,
    sent_next_on: nextDayOf("sent", on, localSettings.referral_answer_days),
    answers: answersFor(ruleSets, each.project, frozen),
  }));
}
