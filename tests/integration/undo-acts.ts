import { randomBytes, randomUUID } from "node:crypto";
import { insert, onDatabase, type Row } from "@tests/security/world";
import { coInterviewRow, transferPersonRow, transferRow } from "@tests/security/world-caseload";
import {
  absenceRow,
  appointmentRow,
  assessmentRow,
  departureRow,
  intentRow,
  visitRow,
} from "@tests/security/world-casework";
import { attemptRow, contactRow, ministryEventRow } from "@tests/security/world-followups";
import { consentRow, planRow, referralRow } from "@tests/security/world-referrals";
import {
  correctionRow,
  inquiryPassRow,
  inquiryRow,
  registrationDecisionRow,
} from "@tests/security/world-requests";
import { type CaseloadWorld, query } from "./caseload-world";

/** Everything that can have been done for a person before a move: later actions need it. */
let world: CaseloadWorld;
let interviewed: Row;
const before: Record<string, Row> = {};
const registration: Row = {
  id: randomUUID(),
  province_code: "54",
  district_code: "5401",
  name: "นางมา ก่อน",
  national_id_enc: randomBytes(42),
  national_id_index: randomBytes(32),
  national_id_last4: "9999",
  place_name: "ศาลากลางบ้าน",
  came_on: "2018-02-14",
  receipt_number: "5401-U",
};

/** One record of each kind, as it stood before anything was moved. */
export async function recordEarlier(of: CaseloadWorld): Promise<void> {
  world = of;
  const holder = await somebody();
  const [ao] = world.officers;
  interviewed = assessmentRow(holder, ao.id);
  await write("assessment", interviewed);
  await write("chosen_project", {
    assessment_id: interviewed.id,
    holder_id: holder.id,
    province_code: "54",
    project: "BAAC-01",
    dimension: 3,
    priority: 1,
  });
  const paper = { paper_number: "1", late_reason: "late", confirmation: "pending" };
  before.intent = intentRow(holder, "5401", ao.id, paper);
  before.appointment = appointmentRow(holder, ao.id);
  before.absence = absenceRow(holder, ao.id);
  before.departure = departureRow(holder, ao.id);
  before.refusal = refusal(holder);
  before.referral = referralRow(holder, interviewed.id, ao.id);
  before.correction = correctionRow(holder, ao.id);
  before.inquiry = inquiryRow("5401", ao.id, { holder_id: holder.id });
  before.co_interview = coInterviewRow(
    { ...holder, accountOfficerId: ao.id },
    world.officers[1],
    world.chief.id,
  );
  await write("registration", { ...registration, recorded_by_id: ao.id });
  for (const [name, row] of Object.entries(before))
    await write(name === "refusal" ? "interview_refusal" : name, row);
}

/** The person whom all acts concern. */
export async function somebody() {
  const [row] = await query<{ id: string; officer: string | null }>(
    "SELECT id, account_officer_id AS officer FROM holder ORDER BY id LIMIT 1",
  );
  return {
    id: row?.id ?? "",
    provinceCode: "54",
    districtCode: "5401" as const,
    accountOfficerId: row?.officer ?? null,
  };
}
type Holder = Awaited<ReturnType<typeof somebody>>;

const write = (table: string, row: Row) => onDatabase((client) => insert(client, table, row));
const change = (sql: string, ...values: unknown[]) => query(sql, values);
const refusal = (holder: Holder): Row => ({
  id: randomUUID(),
  holder_id: holder.id,
  province_code: "54",
  district_code: "5401",
  refused_on: "2018-02-20",
  reason: "ไม่สะดวก",
  recorded_by_id: world.officers[0].id,
  recorded_on: "2018-02-20",
});

type Act = (holder: Holder, by: string) => Promise<unknown>;
const adds =
  (table: string, row: (holder: Holder, by: string) => Row): Act =>
  (holder, by) =>
    write(table, row(holder, by));
const confirms =
  (table: string, name = table): Act =>
  () =>
    change(
      `UPDATE ${table} SET confirmation = 'rejected', confirmed_by_id = $2, confirmed_on = '2018-03-14', confirmation_note = 'ไม่ตรงกับเอกสาร' WHERE id = $1`,
      before[name]?.id,
      world.secretary.id,
    );

/** Each kind of act on somebody, by the words of the office. */
export const acts: [string, Act][] = [
  [
    "an intent at a desk",
    adds("intent", (holder, by) =>
      intentRow(holder, "5401", by, { intent_on: "2018-02-19", recorded_on: "2018-02-19" }),
    ),
  ],
  ["a paper confirmed", confirms("intent")],
  ["a visit", adds("visit", visitRow)],
  [
    "an appointment cancelled",
    () =>
      change("UPDATE appointment SET status = 'cancelled' WHERE id = $1", before.appointment?.id),
  ],
  ["an appointment", adds("appointment", appointmentRow)],
  [
    "back from away",
    () => change("UPDATE absence SET returned_on = '2018-03-13' WHERE id = $1", before.absence?.id),
  ],
  ["away", adds("absence", absenceRow)],
  [
    "a death reported",
    adds("departure", (holder, by) => departureRow(holder, by, { kind: "moved_away" })),
  ],
  ["a departure decided", confirms("departure")],
  ["a refusal decided", confirms("interview_refusal", "refusal")],
  [
    "a refusal at the door",
    adds("interview_refusal", (holder) => ({ ...refusal(holder), refused_on: "2018-02-19" })),
  ],
  [
    "an interview begun",
    adds("assessment_draft", (holder, by) => ({
      holder_id: holder.id,
      officer_id: by,
      province_code: "54",
      district_code: "5401",
      answers: "{}",
      version: 1,
      started_on: "2018-03-14",
    })),
  ],
  [
    "an interview submitted",
    adds("assessment", (holder, by) => assessmentRow(holder, by, { interviewed_on: "2018-02-20" })),
  ],
  ["a plan agreed", adds("plan_version", (holder, by) => planRow(holder, interviewed.id, by, 9))],
  ["a consent", adds("consent_event", consentRow)],
  [
    "a referral prepared",
    adds("referral", (holder, by) =>
      referralRow(holder, interviewed.id, by, { project: "BAAC-01", agency: "OTHER" }),
    ),
  ],
  [
    "a referral withdrawn",
    (_, by) =>
      change(
        "UPDATE referral SET state = 'withdrawn', step = 'withdraw', next_on = NULL, words = 'ไม่ประสงค์', changed_by_id = $2, changed_on = '2018-03-14' WHERE id = $1",
        before.referral?.id,
        by,
      ),
  ],
  [
    "a contact",
    adds("contact", (_, by) =>
      contactRow(interviewed, by, { contacted_on: "2018-03-13", recorded_on: "2018-03-14" }),
    ),
  ],
  ["a call in vain", adds("contact_attempt", (_, by) => attemptRow(interviewed, by))],
  [
    "a report to the Ministry",
    async (_, by) => {
      const [entry] = await query<Row>("SELECT * FROM ministry_entry WHERE source_id = $1", [
        interviewed.id,
      ]);
      await write("ministry_event", {
        ...ministryEventRow(entry as Row, by),
        happened_on: "2018-03-13",
      });
    },
  ],
  [
    "a co-interview that was held",
    (_, by) =>
      change(
        "UPDATE co_interview SET status = 'confirmed', attested_by_id = $2, attested_on = '2018-03-14' WHERE id = $1",
        before.co_interview?.id,
        by,
      ),
  ],
  [
    "a correction asked",
    adds("correction", (holder, by) => correctionRow(holder, by, { field: "phone" })),
  ],
  [
    "a correction decided",
    () =>
      change(
        "UPDATE correction SET status = 'rejected', decided_by_id = $2, decided_on = '2018-03-14', decision_note = 'หลักฐานไม่ชัด' WHERE id = $1",
        before.correction?.id,
        world.secretary.id,
      ),
  ],
  ["an inquiry", adds("inquiry", (holder, by) => inquiryRow("5401", by, { holder_id: holder.id }))],
  [
    "an inquiry answered",
    (_, by) =>
      change(
        "UPDATE inquiry SET answer = 'ชี้แจงแล้ว', answered_by_id = $2, answered_on = '2018-03-14' WHERE id = $1",
        before.inquiry?.id,
        by,
      ),
  ],
  [
    "an inquiry passed on",
    (_, by) => write("inquiry_pass", inquiryPassRow(before.inquiry as Row, world.secretary.id, by)),
  ],
  [
    "a find of the province",
    adds("registration_decision", (holder) => ({
      ...registrationDecisionRow(registration, world.chief.id),
      outcome: "found",
      letter_number: null,
      holder_id: holder.id,
      approval: "pending",
    })),
  ],
  [
    "a transfer asked",
    async (holder, by) => {
      const asked = transferRow("5401", "5402", by, null);
      await write("caseload_transfer", asked);
      await write("transfer_person", transferPersonRow(asked.id as string, holder));
    },
  ],
];
