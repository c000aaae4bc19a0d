import { agencyTasks } from "./th/agency-tasks";
import { announcements } from "./th/announcements";
import { areaMaps } from "./th/area-maps";
import { assessment } from "./th/assessment";
import { assign } from "./th/assign";
import { cancellations } from "./th/cancellations";
import { caseFile } from "./th/case-file";
import { caseload } from "./th/caseload";
import { catalogue } from "./th/catalogue";
import { clock } from "./th/clock";
import { coInterviews } from "./th/co-interviews";
import { corrections } from "./th/corrections";
import { daily } from "./th/daily";
import { day } from "./th/day";
import { desk } from "./th/desk";
import { district } from "./th/district";
import { duties } from "./th/duties";
import { entitlement } from "./th/entitlement";
import { exports } from "./th/exports";
import { fieldOrders } from "./th/field-orders";
import { figures } from "./th/figures";
import { followUps } from "./th/follow-ups";
import { form } from "./th/form";
import { funnel } from "./th/funnel";
import { holders } from "./th/holders";
import { home } from "./th/home";
import { imports } from "./th/imports";
import { inquiries } from "./th/inquiries";
import { interpretations } from "./th/interpretations";
import { kit } from "./th/kit";
import { letter } from "./th/letter";
import { menu } from "./th/menu";
import { ministry } from "./th/ministry";
import { nation } from "./th/nation";
import { notReceived } from "./th/not-received";
import { notifications } from "./th/notifications";
import { officers } from "./th/officers";
import { officialOrder } from "./th/official-order";
import { oneOffs } from "./th/one-offs";
import { orders } from "./th/orders";
import { packWords } from "./th/pack-words";
import { packs } from "./th/packs";
import { paperForm } from "./th/paper-form";
import { papers } from "./th/papers";
import { plan } from "./th/plan";
import { preparation } from "./th/preparation";
import { province } from "./th/province";
import { readiness } from "./th/readiness";
import { referrals } from "./th/referrals";
import { refusal } from "./th/refusal";
import { registrations } from "./th/registrations";
import { reports } from "./th/reports";
import { resolutions } from "./th/resolutions";
import { returns } from "./th/returns";
import { ruleEffects } from "./th/rule-effects";
import { ruleFaults } from "./th/rule-faults";
import { rules } from "./th/rules";
import { runAnswers } from "./th/run-answers";
import { runs } from "./th/runs";
import { search } from "./th/search";
import { sending } from "./th/sending";
import { settings } from "./th/settings";
import { shell } from "./th/shell";
import { signIn } from "./th/sign-in";
import { station } from "./th/station";
import { supervision } from "./th/supervision";
import { takeUp } from "./th/take-up";
import { teams } from "./th/teams";
import { ticks } from "./th/ticks";
import { transfers } from "./th/transfers";
import { visits } from "./th/visits";
import { words } from "./th/words";

/** All Thai messages, one namespace per subject; a new subject adds its import and its line here. */
export const th = {
  catalogue,
  interpretations,
  rules,
  ruleFaults,
  ruleEffects,
  imports,
  assessment,
  day,
  desk,
  kit,
  paperForm,
  returns,
  runs,
  runAnswers,
  oneOffs,
  search,
  sending,
  shell,
  words,
  refusal,
  signIn,
  home,
  caseFile,
  clock,
  assign,
  province,
  holders,
  exports,
  district,
  form,
  fieldOrders,
  figures,
  followUps,
  funnel,
  menu,
  ministry,
  nation,
  daily,
  reports,
  letter,
  visits,
  duties,
  entitlement,
  preparation,
  officers,
  officialOrder,
  papers,
  packs,
  packWords,
  station,
  orders,
  settings,
  takeUp,
  teams,
  announcements,
  areaMaps,
  agencyTasks,
  readiness,
  notReceived,
  notifications,
  caseload,
  ticks,
  transfers,
  inquiries,
  resolutions,
  corrections,
  cancellations,
  registrations,
  referrals,
  plan,
  coInterviews,
  supervision,
} as const;
