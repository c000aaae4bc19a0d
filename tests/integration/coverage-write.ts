import { randomBytes, randomUUID } from "node:crypto";
import { type HolderRow, holderRow, insert } from "@tests/security/world";
import {
  absenceRow,
  appointmentRow,
  assessmentRow,
  cancellationRow,
  departureRow,
  intentRow,
  visitRow,
} from "@tests/security/world-casework";
import { correctionRow, inquiryRow, registrationDecisionRow } from "@tests/security/world-requests";
import type pg from "pg";
import { closeCorrected } from "@/server/corrections/in-force";
import {
  answerTransfer,
  askTransfer,
  batch,
  colleague,
  desk,
  give,
  interviewer,
  second,
  takeBack,
  treasury,
} from "./coverage-care";
import { cameOn, type Event, isForm, type Step } from "./coverage-steps";

const area = { province_code: "54", district_code: "5401" };

/** Writes one step as the commands write it. */
export async function write(client: pg.Client, holder: HolderRow, each: Step) {
  if (!isForm(each)) return writeEvent(client, holder, each);
  const { at, answer, on, confirmation } = each;
  const paper = confirmation && {
    paper_number: "1",
    late_reason: "late",
    confirmation,
    confirmed_by_id: confirmation === "pending" ? null : colleague.id,
  };
  const common = { answer, recorded_on: on, ...paper };
  if (at === "interview")
    return insert(
      client,
      "assessment",
      assessmentRow(holder, interviewer.id, { interviewed_on: on, ...common }),
    );
  const reason = answer === "no" ? "ไม่มีเวลา" : null;
  return insert(
    client,
    "intent",
    intentRow(holder, "5401", desk.id, { intent_on: on, reason, ...common }),
  );
}

const ends = { keep: "kept", miss: "missed", cancel: "cancelled" } as const;

async function writeEvent(client: pg.Client, holder: HolderRow, each: Event) {
  switch (each.event) {
    case "assign":
      return give(client, holder, interviewer.id);
    case "hand_over":
      return give(client, holder, second.id);
    case "unassign":
      return give(client, holder, null);
    case "undo":
      return takeBack(client, holder);
    case "ask_transfer":
      return askTransfer(client, holder);
    case "accept_transfer":
    case "refuse_transfer":
    case "withdraw_transfer":
      return answerTransfer(client, holder, each.event);
    case "visit":
      return insert(client, "visit", visitRow(holder, interviewer.id, { outcome: each.outcome }));
    case "leave":
      return insert(client, "absence", absenceRow(holder, interviewer.id));
    case "return":
      return client.query(
        "UPDATE absence SET returned_on = '2018-03-01' WHERE holder_id = $1 AND returned_on IS NULL",
        [holder.id],
      );
    case "appoint":
      return insert(client, "appointment", appointmentRow(holder, interviewer.id));
    case "keep":
    case "miss":
    case "cancel":
      return client.query(
        "UPDATE appointment SET status = $2 WHERE holder_id = $1 AND status = 'planned'",
        [holder.id, ends[each.event]],
      );
    case "withdraw_death":
    case "keep_death":
      return client.query(
        `UPDATE departure SET confirmation = $2, reviewed_by_id = $3, reviewed_on = '2018-03-25', review_note = 'พบตัว'
         WHERE holder_id = $1 AND kind = 'deceased' AND confirmation = 'confirmed'`,
        [holder.id, each.event === "keep_death" ? "confirmed" : "withdrawn", colleague.id],
      );
    case "restore_card":
      return client.query(
        `UPDATE departure SET confirmation = 'withdrawn', reviewed_by_id = $2, reviewed_on = '2018-03-25',
           review_note = 'กค 0402/9', review_source_on = '2018-03-24'
         WHERE holder_id = $1 AND kind = 'card_cancelled' AND confirmation = 'confirmed'`,
        [holder.id, colleague.id],
      );
    case "ask":
    case "found":
    case "correct":
    case "correct_in_vain":
    case "import":
      return writeAsked(client, holder, each.event);
    default:
      return writeReport(client, holder, each);
  }
}

/** An inquiry, a find approved by a second person, an income corrected or brought by an import. */
async function writeAsked(
  client: pg.Client,
  holder: HolderRow,
  event: Extract<Event["event"], "ask" | "found" | "correct" | "correct_in_vain" | "import">,
) {
  if (event === "ask")
    return insert(client, "inquiry", inquiryRow("5401", desk.id, { holder_id: holder.id }));
  if (event === "found") return writeFound(client, holder);
  if (event === "correct" || event === "correct_in_vain")
    return writeCorrection(client, holder, event === "correct");
  // The Ministry takes over the corrected income, or brings another one that counts from next month.
  await client.query(
    `UPDATE holder SET income_2559_satang = coalesce(corrected_income_satang, 5500000), changed_batch_id = $2,
       earlier_income_satang = nullif(coalesce(earlier_income_satang, income_2559_satang), coalesce(corrected_income_satang, 5500000))
     WHERE id = $1`,
    [holder.id, batch],
  );
  await closeCorrected(client, batch);
}

async function writeFound(client: pg.Client, holder: HolderRow) {
  const registration = {
    id: randomUUID(),
    ...area,
    name: "นางมา ก่อน",
    national_id_enc: randomBytes(42),
    national_id_index: randomBytes(32),
    national_id_last4: "9999",
    place_name: "ศาลากลางบ้าน",
    came_on: cameOn,
    receipt_number: randomUUID(),
    recorded_by_id: desk.id,
  };
  await insert(client, "registration", registration);
  const decision = registrationDecisionRow(registration, treasury.id);
  const found = {
    outcome: "found",
    holder_id: holder.id,
    approval: "pending",
    letter_number: null,
  };
  await insert(client, "registration_decision", { ...decision, ...found });
  return client.query(
    `UPDATE registration_decision SET approval = 'approved', approved_by_id = $2, approved_on = '2018-03-14' WHERE id = $1`,
    [decision.id, colleague.id],
  );
}

/** Over the income line and back, so that the holder enters and leaves the cohort; or not, if the second person says no. */
async function writeCorrection(client: pg.Client, holder: HolderRow, granted: boolean) {
  const { rows } = await client.query("SELECT income_band FROM holder WHERE id = $1", [holder.id]);
  const satang = rows[0].income_band === "up_to_30000" ? 4_500_000 : 1_000_000;
  const request = correctionRow(holder, interviewer.id, {
    field: "income_2559",
    new_value: JSON.stringify({ satang }),
  });
  await insert(client, "correction", request);
  return client.query(
    `UPDATE correction SET status = $3, in_force = $4, counts_from = CASE WHEN $4 THEN date '2018-03-01' END, decided_by_id = $2,
       decided_on = '2018-02-22', decision_note = CASE WHEN NOT $4 THEN 'หลักฐานไม่ชัดเจน' END WHERE id = $1`,
    [request.id, treasury.id, granted ? "approved" : "rejected", granted],
  );
}

/** Reported first, then decided, as in a real office. */
async function writeReport(
  client: pg.Client,
  holder: HolderRow,
  report: Extract<Event, { confirmation: string }>,
) {
  const { event, confirmation } = report;
  const [table, row] =
    report.event === "refuse"
      ? ([
          "interview_refusal",
          {
            id: randomUUID(),
            holder_id: holder.id,
            ...area,
            refused_on: report.on,
            reason: "ไม่สะดวก",
            recorded_by_id: interviewer.id,
            recorded_on: "2018-03-20",
          },
        ] as const)
      : (["departure", departureOf(holder, event)] as const);
  await insert(client, table, row);
  if (confirmation !== "pending")
    await client.query(
      `UPDATE ${table} SET confirmation = $2, confirmed_by_id = $3, confirmed_on = '2018-03-22' WHERE id = $1`,
      [row.id, confirmation, colleague.id],
    );
}

function departureOf(holder: HolderRow, event: Event["event"]) {
  if (event === "cancel_card") return cancellationRow(holder, treasury.id);
  const kind = event === "die" ? "deceased" : "moved_away";
  return departureRow(holder, interviewer.id, { kind });
}

/** One more of the cohort. */
export async function saveHolder(client: pg.Client): Promise<HolderRow> {
  const row = holderRow("5401", batch);
  await insert(client, "holder", row);
  return {
    id: row.id as string,
    provinceCode: "54",
    districtCode: "5401",
    accountOfficerId: null,
  };
}
