import { projectAgencies } from "@/domain/agencies";
import { answersFrom } from "@/domain/agency-task";
import { dueOf } from "@/domain/due";
import { readReferralFilter } from "@/domain/referral-filter";
import { say } from "@/i18n/words";
import { listTasks, type Task } from "@/server/agency-tasks/queries";
import { listDistrictNames } from "@/server/areas/queries";
import { listReferrals, type ReferralRow } from "@/server/referrals/queries";
import { dayCell, everyPage, rowsAtOnce, type SheetMaker, tableSheet } from "./columns";

/** Referrals with what the reader may see of the holder: for an agency, what was sent to it. */
export const referralsSheet: SheetMaker = async (scope, { view }) => {
  const filter = readReferralFilter(view);
  const rows = await everyPage(
    async (page) => (await listReferrals(scope, filter, page, rowsAtOnce)).rows,
  );
  const districts = await listDistrictNames(scope.actor.provinceCode ?? "", scope.tx);
  return tableSheet<ReferralRow>(
    {
      name: ({ personName }) => personName,
      village: ({ holderPlace }) => holderPlace,
      phone: ({ holderPhone }) => holderPhone,
      district: ({ districtCode }) => districts[districtCode] ?? null,
      project: ({ projectName }) => projectName,
      agency: ({ agency }) => projectAgencies[agency].full,
      projectAnswers: ({ answers }) =>
        answers.map(({ ask, answer }) => `${ask}: ${answer}`).join(" · "),
      state: ({ state }) => say(`referrals.state_${state}`),
      sentOn: ({ sentOn }) => dayCell(sentOn),
      dueOn: ({ nextOn }) => dayCell(nextOn),
      answeredOn: ({ answeredOn }) => dayCell(answeredOn),
      endedOn: ({ endedOn }) => dayCell(endedOn),
      result: ({ result }) => result && say(`referrals.result_${result}`),
      answerWords: ({ words }) => words,
      consentWithdrawnOn: ({ consentWithdrawnOn }) => dayCell(consentWithdrawnOn),
      sender: ({ senderName }) => senderName,
      senderPhone: ({ senderPhone }) => senderPhone,
    },
    rows,
  );
};

/** Whether the agency has not finished it. */
const isOwed = ({ decision, state }: Pick<Task, "decision" | "state">) =>
  decision === "approved" && answersFrom(state).length > 0;

/** The governor's tasks for agencies: the province's, or those of the actor's agency. */
export const tasksSheet: SheetMaker = async (scope, { view }) => {
  const { today, tasks: all } = await listTasks(scope);
  const late = view.late === "1" ? all.filter(({ overdue }) => overdue) : all;
  const tasks = view.open === "1" ? late.filter(isOwed) : late;
  return tableSheet<Task>(
    {
      subject: ({ subject }) => subject,
      words: ({ asked }) => asked,
      agency: ({ agency }) => projectAgencies[agency].full,
      project: ({ projectName }) => projectName,
      letterNumber: ({ letterNumber }) => letterNumber,
      dueOn: ({ dueOn }) => dayCell(dueOn),
      due: ({ decision, state, dueOn }) =>
        isOwed({ decision, state }) ? say("words.due", dueOf(dueOn, today)) : null,
      state: ({ decision, state }) =>
        decision === "approved"
          ? say(`agencyTasks.state_${state}`)
          : say(`agencyTasks.decision_${decision}`),
      answerWords: ({ answers: [latest] }) => latest?.answer ?? null,
      answeredOn: ({ answers: [latest] }) => dayCell(latest?.recordedOn ?? null),
    },
    tasks,
  );
};
