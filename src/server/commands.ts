import { answerTask, decideTask, prepareTask } from "./agency-tasks/commands";
import {
  acknowledgeAnnouncement,
  decideAnnouncement,
  prepareAnnouncement,
} from "./announcements/commands";
import { recordAreaMap } from "./area-maps/commands";
import {
  confirmAssessment,
  refuseInterview,
  saveAssessmentDraft,
  submitAssessment,
} from "./assessments/commands";
import { changeCapacity, setCapacity } from "./capacities/commands";
import {
  assignHolder,
  assignSubdistricts,
  balanceCaseloads,
  moveHolders,
  undoMove,
} from "./caseload/commands";
import {
  attestCoInterviews,
  cancelCoInterviews,
  matchCoInterviews,
  offerBankDay,
  withdrawBankDay,
} from "./co-interviews/commands";
import type { AnyCommand, NamedByKey } from "./command";
import { recordConsent } from "./consents/commands";
import { recordAttempt, recordContact } from "./contacts/commands";
import { decideCorrection, requestCorrection } from "./corrections/commands";
import { askBirthDate } from "./corrections/from-card";
import { endDelegation, giveDelegation } from "./delegations/commands";
import { requestExport } from "./exports/commands";
import { saveFormDraft } from "./form-drafts/commands";
import { nameToday } from "./former-names";
import {
  checkImport,
  createImport,
  discardImport,
  recordDelivery,
  rereadImport,
  startImport,
  undoImport,
} from "./imports/commands";
import { answerInquiry, passInquiry, recordInquiry } from "./inquiries/commands";
import {
  answerRegistered,
  confirmPaper,
  confirmPapers,
  recordIntent,
  recordPaper,
} from "./intents/commands";
import { answerByLink, issueLink } from "./links/commands";
import {
  markBounced,
  markManyReported,
  markReady,
  markReported,
  requestMinistryFile,
  sendMinistryFile,
  setFieldOrder,
} from "./ministry/commands";
import { setCutoff } from "./ministry/cutoff";
import { recordMinistryReturn, setReturnFormat } from "./ministry/returns";
import { recordRunAnswer, recordRunTotals, setAnswerFormat } from "./month-runs/answers";
import {
  certifyMonthRun,
  checkMonthRun,
  prepareMonthRun,
  requestMonthRunFile,
  sendMonthRun,
} from "./month-runs/commands";
import { setRunFields } from "./month-runs/fields";
import { markNotificationsRead, setMyEmail } from "./notifications/commands";
import { addAccountOfficers, endCode, issueSlip } from "./officers/district";
import { keepAgencyOffice, keepOffice } from "./offices/commands";
import { checkOneOffList, readOneOffList, returnOneOffList } from "./one-offs/commands";
import { orderPack, remakePack } from "./packs/commands";
import { issuePaper } from "./papers/commands";
import { keepGaruda, keepScan } from "./papers/file-commands";
import { announcePlace, openDesk } from "./places/commands";
import { agreePlan } from "./plans/commands";
import {
  addressHostLetter,
  callBriefing,
  recordAttendance,
  saveOutreachPlan,
} from "./preparation/commands";
import { describeProject } from "./project-guides/commands";
import { addReceivingOfficers, nameReceivingOfficers } from "./receiving/commands";
import {
  answerReferrals,
  prepareReferral,
  remindAgency,
  sendReferrals,
  withdrawReferral,
} from "./referrals/commands";
import { registerHolder } from "./registrations/commands";
import { approveFound, decideRegistration } from "./registrations/decisions";
import { prepareReport, receiveReport, sendReportOn, signReport } from "./reports/commands";
import { closeResolution, recordResolution } from "./resolutions/commands";
import {
  addRuleCase,
  addRuleProject,
  changeRuleAmounts,
  changeRuleCodes,
  changeRuleOutreach,
  changeRuleWindows,
  checkRules,
  giveRuleOnce,
  keepRuleLetter,
  limitRuleProject,
  putRuleFile,
  recordRuleLetter,
  returnRules,
} from "./rules/commands";
import { askRedetermination, beginRedetermination } from "./rules/redetermination";
import { advanceClock, decideSetting, prepareSetting } from "./settings/commands";
import { closeStation, issuePin, openStation } from "./stations/commands";
import { acknowledgeNote, noteToOfficer } from "./supervision/commands";
import { decideTeam, prepareTeam } from "./teams/commands";
import { answerTransfer, askTransfer } from "./transfers/commands";
import {
  confirmCancellation,
  recordCancellation,
  withdrawCancellation,
} from "./visits/cancellations";
import {
  confirmFinding,
  endAppointment,
  makeAppointment,
  planVillage,
  recordAbsence,
  recordDeparture,
  recordReturn,
  recordVisit,
} from "./visits/commands";
import { reviewDeparture } from "./visits/reviews";
import { orderWhatIf } from "./what-if/order";

/**
 * Every command that the browser may post, under its name; what is not here cannot be called. The screens import only the
 * type. What only the machine's owner does (accounts, codes, passwords) is run by the command line and is not here.
 */
export const commands = {
  createImport,
  checkImport,
  startImport,
  undoImport,
  discardImport,
  recordDelivery,
  rereadImport,
  saveFormDraft,
  saveAssessmentDraft,
  submitAssessment,
  confirmAssessment,
  refuseInterview,
  advanceClock,
  recordAreaMap,
  prepareSetting,
  decideSetting,
  giveDelegation,
  endDelegation,
  prepareTeam,
  decideTeam,
  prepareAnnouncement,
  decideAnnouncement,
  acknowledgeAnnouncement,
  prepareTask,
  decideTask,
  answerTask,
  assignSubdistricts,
  assignHolder,
  moveHolders,
  balanceCaseloads,
  undoMove,
  askTransfer,
  answerTransfer,
  offerBankDay,
  withdrawBankDay,
  matchCoInterviews,
  cancelCoInterviews,
  attestCoInterviews,
  noteToOfficer,
  acknowledgeNote,
  requestExport,
  announcePlace,
  openDesk,
  addressHostLetter,
  issuePaper,
  keepOffice,
  keepAgencyOffice,
  keepGaruda,
  keepScan,
  saveOutreachPlan,
  callBriefing,
  recordAttendance,
  addAccountOfficers,
  issueSlip,
  endCode,
  nameReceivingOfficers,
  addReceivingOfficers,
  openStation,
  issuePin,
  closeStation,
  recordIntent,
  answerRegistered,
  recordPaper,
  confirmPaper,
  confirmPapers,
  registerHolder,
  recordVisit,
  makeAppointment,
  planVillage,
  endAppointment,
  recordAbsence,
  recordReturn,
  recordDeparture,
  confirmFinding,
  reviewDeparture,
  markNotificationsRead,
  setMyEmail,
  sendReferrals,
  prepareReferral,
  withdrawReferral,
  remindAgency,
  answerReferrals,
  recordConsent,
  recordCancellation,
  confirmCancellation,
  withdrawCancellation,
  recordContact,
  recordAttempt,
  markReported,
  markManyReported,
  markBounced,
  markReady,
  sendMinistryFile,
  requestMinistryFile,
  setFieldOrder,
  setCutoff,
  setReturnFormat,
  recordMinistryReturn,
  readOneOffList,
  checkOneOffList,
  returnOneOffList,
  keepRuleLetter,
  recordRuleLetter,
  changeRuleAmounts,
  changeRuleOutreach,
  changeRuleWindows,
  giveRuleOnce,
  limitRuleProject,
  addRuleProject,
  changeRuleCodes,
  addRuleCase,
  putRuleFile,
  checkRules,
  returnRules,
  orderWhatIf,
  setRunFields,
  setAnswerFormat,
  recordRunAnswer,
  recordRunTotals,
  prepareMonthRun,
  checkMonthRun,
  certifyMonthRun,
  sendMonthRun,
  requestMonthRunFile,
  askRedetermination,
  beginRedetermination,
  orderPack,
  remakePack,
  prepareReport,
  signReport,
  sendReportOn,
  receiveReport,
  recordInquiry,
  passInquiry,
  answerInquiry,
  recordResolution,
  closeResolution,
  requestCorrection,
  askBirthDate,
  decideCorrection,
  decideRegistration,
  approveFound,
  issueLink,
  answerByLink,
  setCapacity,
  changeCapacity,
  describeProject,
  agreePlan,
};
export type Commands = typeof commands;

const byName = new Map<string, AnyCommand>(Object.entries(commands satisfies NamedByKey<Commands>));

/** Their names. */
export const commandNames: readonly string[] = [...byName.keys()];

/** The command of that name, today's or a former one, if there is one. */
export function commandNamed(name: string): AnyCommand | undefined {
  return byName.get(nameToday(name));
}
