import { type Actor, hasProvince, type Role, roles } from "@/domain/policy";
import type { Row, World } from "./world";

/** Who sees which rows, written from docs/forms.md 1 and not from the policies: the judge of both walls. */
export type Sees = (actor: Actor, row: Row, world: World) => boolean;
export const nothing: Sees = () => false;
const everything: Sees = () => true;
const province: Sees = (actor, row) => row.province_code === actor.provinceCode;
const district: Sees = (actor, row) => row.district_code === actor.districtCode;
const holderOf = (row: Row, { holders }: World) =>
  holders.find(({ id }) => id === (row.holder_id ?? row.id));
const ofMyDistrict: Sees = (actor, row, all) =>
  holderOf(row, all)?.districtCode === actor.districtCode;
const ofMyCaseload: Sees = (actor, row, all) => holderOf(row, all)?.accountOfficerId === actor.id;
const mine =
  (column: string): Sees =>
  (actor, row) =>
    row[column] === actor.id;
/** A move of caseloads is seen by the officer whom one of its assignments concerns. */
const movesMyCaseload: Sees = (actor, row, all) =>
  (all.rows.assignment ?? []).some(
    (given) => given.move_id === row.id && ofMyCaseload(actor, given, all),
  );
/** A transfer concerns the district it comes from and the one it goes to. */
const fromOrToHere: Sees = (actor, row) =>
  row.district_code === actor.districtCode || row.to_district_code === actor.districtCode;
const ofTransfer =
  (sees: Sees): Sees =>
  (actor, row, all) =>
    (all.rows.caseload_transfer ?? []).some(
      (transfer) => transfer.id === row.transfer_id && sees(actor, transfer, all),
    );
const recordedHere: Sees = (actor, row, all) =>
  district(actor, row, all) || row.recorded_district_code === actor.districtCode;

/** A team is its district's once the governor has appointed it. */
const appointedHere: Sees = (actor, row, all) =>
  district(actor, row, all) && row.decision === "approved";
const seatsHere: Sees = (actor, row, all) =>
  (all.rows.district_team ?? []).some(
    (team) => team.id === row.team_id && appointedHere(actor, team, all),
  );
/** An announcement is read by the districts to which it was issued. */
const announcedHere: Sees = (actor, row, all) =>
  (all.rows.announcement_district ?? []).some(
    (to) => to.announcement_id === row.id && to.issued_on && district(actor, to, all),
  );
const ofMyAgency: Sees = (actor, row, all) =>
  province(actor, row, all) && row.agency === actor.agency;
const sentToMyAgency: Sees = (actor, row, all) =>
  ofMyAgency(actor, row, all) && row.decision === "approved";
/** An inquiry that an account officer owns, took down, or that concerns his caseload. */
const myInquiry: Sees = (actor, row, all) =>
  row.owner_id === actor.id ||
  row.recorded_by_id === actor.id ||
  all.holders.find(({ id }) => id === row.holder_id)?.accountOfficerId === actor.id;

/** The garuda of an office stands on every paper that anybody of the province prints. */
const garudaOf: Sees = (actor, row, all) => row.purpose === "garuda" && province(actor, row, all);

type Line = Partial<Record<Role, Sees>>;
const provinceRoles = (sees: Sees): Line => ({ governor: sees, provincial_officer: sees });
const heads = (sees: Sees): Line => ({ district_chief: sees, district_secretary: sees });
const ofDistrict = (sees: Sees): Line => ({
  ...heads(sees),
  receiving_officer: sees,
});
const staff = (sees: Sees): Line =>
  Object.fromEntries(roles.filter(hasProvince).map((role) => [role, sees]));

/** All but who reads what is published: of its own tables, that role reads no other. */
const everyRole = (sees: Sees): Line => ({ ...staff(sees), administrator: sees });

/** A rule set is everybody's once it is checked with its letter; before that it is for the province that records it. */
const isChecked: Sees = (_, row, all) =>
  (all.rows.rule_version_step ?? []).some(
    (step) => step.rule_version_id === row.id && step.step === "checked",
  );
const draftHere: Sees = (actor, row, all) =>
  isChecked(actor, row, all) || province(actor, row, all);

/** A list of persons, once it is checked. */
const checkHere: Sees = (actor, row, all) => province(actor, row, all) && row.step === "checked";
const checkedListHere: Sees = (actor, row, all) =>
  province(actor, row, all) &&
  (all.rows.one_off_list_step ?? []).some(
    (step) => step.list_id === row.id && step.step === "checked",
  );

/** What is recorded of a person's case. */
const casework: Line = {
  ...provinceRoles(province),
  ...heads(district),
  account_officer: ofMyCaseload,
};

/** What was sent to an agency in its province; a draft is nobody's but the sender's side. */
const sentToMe: Sees = (actor, row, all) =>
  province(actor, row, all) && row.agency === actor.agency && Boolean(row.sent_on);
const referralOf = (row: Row, all: World) =>
  (all.rows.referral ?? []).find(({ id }) => id === row.referral_id) as Row;
const ofSentToMe: Sees = (actor, row, all) => sentToMe(actor, referralOf(row, all), all);
const ofMyReferral: Sees = (actor, row, all) => ofMyCaseload(actor, referralOf(row, all), all);

/** Table by table; a role without a line may not read the table at all. */
export const expected: Record<string, Line> = {
  officer: { ...staff(province), administrator: everything },
  account_officer_code: { ...staff(province), administrator: everything },
  holder: {
    ...provinceRoles(province),
    ...heads(district),
    receiving_officer: district,
    account_officer: ofMyCaseload,
  },
  holder_income: {
    ...provinceRoles(province),
    ...heads(ofMyDistrict),
    account_officer: ofMyCaseload,
  },
  // Whoever may see the band; a desk never.
  entitlement_decision: {
    ...provinceRoles(province),
    ...heads(ofMyDistrict),
    account_officer: ofMyCaseload,
  },
  entitlement: {
    ...provinceRoles(province),
    ...heads(district),
    account_officer: ofMyCaseload,
  },
  // Sums and counts, nobody's name: also the administrator's.
  ledger_proof: { ...provinceRoles(province), administrator: everything },
  // A run and its steps are the province's; which month a run is of, everybody who sees what it booked.
  month_run: { ...provinceRoles(province), ...heads(province), account_officer: province },
  month_run_step: provinceRoles(province),
  ledger_entry: {
    ...provinceRoles(province),
    ...heads(ofMyDistrict),
    account_officer: ofMyCaseload,
  },
  ledger_tally: provinceRoles(province),
  run_answer_format: provinceRoles(province),
  run_answer: provinceRoles(province),
  run_answer_line: provinceRoles(province),
  // Who sees the band of a holder sees the checked lists on which they stand.
  one_off_list: {
    ...provinceRoles(province),
    ...heads(checkedListHere),
    account_officer: checkedListHere,
  },
  one_off_list_step: {
    ...provinceRoles(province),
    ...heads(checkHere),
    account_officer: checkHere,
  },
  one_off_person: {
    ...provinceRoles(province),
    ...heads(ofMyDistrict),
    account_officer: ofMyCaseload,
  },
  import_change: {
    ...provinceRoles(province),
    ...heads(ofMyDistrict),
    account_officer: ofMyCaseload,
  },
  place: {
    ...provinceRoles(province),
    ...heads(district),
    receiving_officer: district,
    account_officer: province,
  },
  desk: {
    ...provinceRoles(province),
    ...heads(district),
    receiving_officer: district,
    account_officer: province,
  },
  intent: {
    ...provinceRoles(province),
    ...heads(recordedHere),
    receiving_officer: recordedHere,
    account_officer: ofMyCaseload,
  },
  registration: {
    ...provinceRoles(province),
    ...heads(recordedHere),
    receiving_officer: recordedHere,
    account_officer: ofMyCaseload,
  },
  assignment: { ...provinceRoles(province), ...heads(district), account_officer: ofMyCaseload },
  assessment_draft: { account_officer: mine("officer_id") },
  form_draft: { account_officer: mine("officer_id") },
  assessment: { ...provinceRoles(province), ...heads(district), account_officer: ofMyCaseload },
  chosen_project: {
    ...provinceRoles(province),
    ...heads(ofMyDistrict),
    account_officer: ofMyCaseload,
  },
  interview_refusal: casework,
  visit: casework,
  appointment: casework,
  absence: casework,
  departure: casework,
  delegation: {
    ...provinceRoles(province),
    ...heads(province),
    receiving_officer: province,
    account_officer: province,
  },
  caseload_move: {
    ...provinceRoles(province),
    ...heads(district),
    account_officer: movesMyCaseload,
  },
  caseload_transfer: {
    ...provinceRoles(province),
    ...heads(fromOrToHere),
    account_officer: (actor, row) =>
      row.recorded_by_id === actor.id || row.to_officer_id === actor.id,
  },
  transfer_person: {
    ...provinceRoles(province),
    ...heads(ofTransfer(fromOrToHere)),
    account_officer: ofTransfer(
      (actor, row) => row.recorded_by_id === actor.id || row.to_officer_id === actor.id,
    ),
  },
  // A co-interviewer sees their own days and the persons they sit in with; nothing else.
  bank_day: {
    ...provinceRoles(province),
    ...heads(district),
    account_officer: mine("officer_id"),
    agency_officer: mine("officer_id"),
  },
  co_interview: {
    ...provinceRoles(province),
    ...heads(district),
    account_officer: (actor, row, all) =>
      row.officer_id === actor.id || ofMyCaseload(actor, row, all),
    agency_officer: mine("officer_id"),
  },
  officer_note: {
    ...provinceRoles(province),
    ...heads(district),
    account_officer: mine("officer_id"),
  },
  host_letter: { ...provinceRoles(province), ...heads(district) },
  office: staff(province),
  paper_file: {
    ...staff(garudaOf),
    ...provinceRoles(province),
    ...heads((actor, row, all) => garudaOf(actor, row, all) || district(actor, row, all)),
  },
  issued_paper: {
    ...provinceRoles(province),
    ...heads(district),
    // The letter with a link of their own caseload.
    account_officer: (actor, row, all) =>
      row.kind === "referral_letter" &&
      Boolean(
        all.rows.referral_link?.some(
          (link) => link.id === row.about && ofMyReferral(actor, link, all),
        ),
      ),
  },
  outreach_plan: { ...provinceRoles(province), ...heads(district) },
  briefing: { ...provinceRoles(province), ...heads(district) },
  briefing_attendance: { ...provinceRoles(province), ...heads(district) },
  receiving_duty: {
    ...provinceRoles(province),
    ...heads(district),
    receiving_officer: district,
  },
  station: heads(district),
  setting_entry: staff(province),
  rule_version: { ...everyRole(isChecked), ...provinceRoles(draftHere) },
  redetermination: provinceRoles(province),
  what_if_person: provinceRoles(province),
  rule_version_step: {
    ...everyRole((_, row) => row.step === "checked"),
    ...provinceRoles((actor, row, all) => row.step === "checked" || province(actor, row, all)),
  },
  district_team: { ...provinceRoles(province), ...ofDistrict(appointedHere) },
  district_team_member: { ...provinceRoles(province), ...ofDistrict(seatsHere) },
  import_delivery: provinceRoles(province),
  announcement: { ...provinceRoles(province), ...ofDistrict(announcedHere) },
  announcement_district: {
    ...provinceRoles(province),
    ...ofDistrict((actor, row, all) => district(actor, row, all) && Boolean(row.issued_on)),
  },
  agency_task: { ...provinceRoles(province), agency_officer: sentToMyAgency },
  agency_task_answer: { ...provinceRoles(province), agency_officer: ofMyAgency },
  notification: staff(mine("officer_id")),
  referral: { ...casework, agency_officer: sentToMe },
  referral_event: { ...casework, agency_officer: ofSentToMe },
  referral_link: {
    ...provinceRoles(province),
    ...heads(district),
    account_officer: ofMyReferral,
  },
  consent_event: casework,
  plan_version: casework,
  project_capacity: {
    ...provinceRoles(province),
    ...heads(province),
    receiving_officer: province,
    account_officer: province,
    agency_officer: (actor, row, all) => province(actor, row, all) && row.agency === actor.agency,
  },
  project_guide: {
    ...provinceRoles(province),
    ...heads(province),
    receiving_officer: province,
    account_officer: province,
    agency_officer: province,
  },
  correction: casework,
  inquiry: {
    ...provinceRoles(province),
    ...heads(district),
    receiving_officer: district,
    account_officer: myInquiry,
  },
  resolution: {
    ...provinceRoles(province),
    ...heads((actor, row, all) => district(actor, row, all) || row.owner_id === actor.id),
    receiving_officer: (actor, row) => row.owner_id === actor.id,
    account_officer: (actor, row) => row.owner_id === actor.id,
    agency_officer: (actor, row, all) =>
      province(actor, row, all) && row.owner_agency !== null && row.owner_agency === actor.agency,
  },
  inquiry_pass: {
    ...provinceRoles(province),
    ...heads(district),
    receiving_officer: district,
    account_officer: (actor, row, all) =>
      (all.rows.inquiry ?? []).some(
        (inquiry) => inquiry.id === row.inquiry_id && myInquiry(actor, inquiry, all),
      ),
  },
  registration_decision: {
    ...provinceRoles(province),
    ...heads(district),
    receiving_officer: district,
  },
  contact: casework,
  contact_attempt: casework,
  contact_project: {
    ...provinceRoles(province),
    ...heads(ofMyDistrict),
    account_officer: ofMyCaseload,
  },
  follow_up: casework,
  // Days for the counters alone: no officer reads them.
  journey: {},
  ministry_entry: casework,
  ministry_event: casework,
  // An account officer sees of a file that it exists, where an entry of his own is in it; never its lines.
  ministry_file: {
    ...provinceRoles(province),
    ...heads(district),
    account_officer: (actor, row, all) =>
      (all.rows.ministry_entry ?? []).some(
        (entry) => entry.file_id === row.id && ofMyCaseload(actor, entry, all),
      ),
  },
  ministry_file_line: { ...provinceRoles(province), ...heads(district) },
  ministry_field_order: {
    ...provinceRoles(province),
    ...heads(province),
    account_officer: province,
  },
  ministry_cutoff: {
    ...provinceRoles(province),
    ...heads(province),
    account_officer: province,
  },
  ministry_return_format: { ...provinceRoles(province), ...heads(province) },
  ministry_return: { ...provinceRoles(province), ...heads(district) },
  // Public as areas are, shown where the figures of the area are.
  area_map: { ...provinceRoles(province), ...heads(province), administrator: everything },
  day_snapshot: { ...provinceRoles(province), ...heads(district) },
  subdistrict_day: { ...provinceRoles(province), ...heads(district) },
  pack: { ...provinceRoles(province), ...heads(district) },
  // What is published rests on it: no officer reads the true small numbers.
  age_income_day: {},
  published_count: { national_reader: everything },
  progress_report: {
    ...provinceRoles(province),
    ...heads(district),
    account_officer: mine("author_id"),
  },
  command_receipt: everyRole(mine("actor_id")),
  job: {
    ...provinceRoles(mine("requested_by_id")),
    ...heads(mine("requested_by_id")),
    account_officer: mine("requested_by_id"),
    agency_officer: mine("requested_by_id"),
  },
  // Number and date of a delivery are in every case file; the other columns are for the province only (see below).
  import_batch: { ...provinceRoles(province), ...heads(province), account_officer: province },
  import_rejection: provinceRoles(province),
  import_mended: provinceRoles(province),
  import_missing: provinceRoles(province),
  import_columns: { provincial_officer: province },
};
/** What identifies a row of a table without an id. */
export const keyOf: Record<string, string> = {
  account_officer_code: "code",
  holder_income: "holder_id",
  subdistrict_day: "subdistrict_code",
  age_income_day: "district_code",
  published_count: "area_code",
  entitlement: "holder_id",
  ledger_entry: "holder_id",
  ledger_tally: "run_id",
  run_answer_line: "holder_id",
  one_off_list_step: "list_id",
  one_off_person: "holder_id",
  import_change: "holder_id",
  announcement_district: "announcement_id",
  assessment_draft: "holder_id",
  form_draft: "holder_id",
  chosen_project: "assessment_id",
  contact_project: "contact_id",
  follow_up: "holder_id",
  journey: "holder_id",
  ministry_file_line: "entry_id",
  transfer_person: "transfer_id",
  import_rejection: "batch_id",
  rule_version_step: "rule_version_id",
  redetermination: "rule_version_id",
  what_if_person: "holder_id",
  import_mended: "batch_id",
  import_missing: "batch_id",
  import_columns: "province_code",
};
