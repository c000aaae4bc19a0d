import { randomBytes, randomUUID } from "node:crypto";
import {
  districts,
  type HolderRow,
  holderRow,
  importBatchRow,
  type Row,
  type World,
  who,
} from "./world";

type Keep = (table: string, row: Row) => Promise<void>;

/** Everything that depends on places and people, at least one row of each table and each reach. */
export async function buildCasework(world: World, keep: Keep): Promise<void> {
  const batches = new Map<string, string>();
  for (const province of ["54", "55"])
    batches.set(province, await buildImport(world, keep, province));
  for (const province of ["54", "55"]) await keep("ledger_proof", proofRow(province));
  for (const district of districts) {
    const batch = batches.get(district.slice(0, 2)) as string;
    const officers = world.officers.filter(
      (actor) => actor.role === "account_officer" && actor.districtCode === district,
    );
    await buildDesk(world, keep, district);
    for (const [index, actor] of officers.entries())
      await keep("account_officer_code", {
        code: `${district}C00${index + 1}`,
        officer_id: actor.id,
        province_code: district.slice(0, 2),
        district_code: district,
        issued_on: "2018-02-01",
      });
    // Two to each officer, two to nobody.
    for (const owner of [...officers, ...officers, null, null]) {
      const row = holderRow(district, batch);
      await keep("holder", row);
      const holder: HolderRow = {
        id: row.id as string,
        provinceCode: district.slice(0, 2),
        districtCode: district,
        accountOfficerId: owner?.id ?? null,
      };
      world.holders.push(holder);
      await buildCase(world, keep, holder, batch);
    }
  }
}

async function buildImport(world: World, keep: Keep, province: string): Promise<string> {
  const by = who(world, "provincial_officer", province);
  const [job, batch] = [randomUUID(), randomUUID()];
  await keep("job", {
    id: job,
    kind: "import",
    input: "{}",
    requested_by_id: by.id,
    province_code: province,
  });
  await keep("import_batch", importBatchRow(batch, by, { province_code: province, job_id: job }));
  await keep("import_rejection", {
    batch_id: batch,
    row_number: 2,
    province_code: province,
    reason: "ID_MISSING",
    cells_enc: randomBytes(40),
  });
  await keep("import_mended", {
    batch_id: batch,
    row_number: 3,
    province_code: province,
    repairs_enc: randomBytes(40),
  });
  await keep("import_columns", { province_code: province, signature: "a,b", columns: "{}" });
  for (const actor of world.officers.filter(({ provinceCode }) => provinceCode === province))
    await keep("command_receipt", {
      id: randomUUID(),
      actor_id: actor.id,
      action: "test",
      input_hash: "00",
      outcome: "{}",
    });
  return batch;
}

async function buildDesk(world: World, keep: Keep, district: string): Promise<void> {
  const [place, desk] = [randomUUID(), randomUUID()];
  const area = { province_code: district.slice(0, 2), district_code: district };
  const chief = who(world, "district_chief", district).id;
  await keep("place", {
    id: place,
    ...area,
    name: "ศาลากลางบ้าน",
    opens_on: "2018-02-01",
    closes_on: "2018-02-28",
    announced_by_id: chief,
    recorded_on: "2018-02-01",
  });
  await keep("desk", {
    id: desk,
    place_id: place,
    ...area,
    open_on: "2018-02-20",
    opened_by_id: chief,
  });
  const secretary = who(world, "district_secretary", district).id;
  await keep("delegation", delegationRow(area.province_code, district, chief, secretary));
  await keep("registration", {
    id: randomUUID(),
    ...area,
    name: "นายไม่พบ รายชื่อ",
    recorded_district_code: district,
    national_id_enc: randomBytes(42),
    national_id_index: randomBytes(32),
    national_id_last4: "9999",
    place_name: "ศาลากลางบ้าน",
    came_on: "2018-02-20",
    receipt_number: `${district}-U`,
    recorded_by_id: who(world, "receiving_officer", district).id,
  });
}

/** Somebody of a district, registered in full by a desk (of `recorded`) or by the province (null). */
export function registrationRow(district: string, by: string, recorded: string | null): Row {
  return {
    id: randomUUID(),
    province_code: district.slice(0, 2),
    district_code: district,
    recorded_district_code: recorded,
    name: "นายไม่พบ",
    title: "นาย",
    first_name: "ไม่พบ",
    last_name: "",
    search_name: "ไม่พบ",
    subdistrict_code: `${district}01`,
    income_satang: 2_400_000,
    card_shown: "both",
    national_id_enc: randomBytes(42),
    national_id_index: randomBytes(32),
    national_id_last4: "0000",
    place_name: "วัด",
    came_on: "2018-02-20",
    receipt_number: "",
    recorded_by_id: by,
  };
}

/** An intent as the desk of `recorded` writes it for a holder. */
export function intentRow(
  holder: HolderRow,
  recorded: string,
  by: string,
  overrides: Row = {},
): Row {
  return {
    id: randomUUID(),
    holder_id: holder.id,
    province_code: holder.provinceCode,
    district_code: holder.districtCode,
    recorded_district_code: recorded,
    place_name: "ศาลากลางบ้าน",
    answer: "yes",
    intent_on: "2018-02-20",
    consent_financial: true,
    consent_contact: true,
    consent_text_version: "1",
    signed_by: "signature",
    witnesses: [],
    receipt_number: randomUUID(),
    recorded_by_id: by,
    recorded_on: "2018-02-20",
    ...overrides,
  };
}

/** What was decided on the sum of a yes of 20 February. */
export function decisionRow(holder: HolderRow, intentId: string): Row {
  return {
    id: randomUUID(),
    holder_id: holder.id,
    province_code: holder.provinceCode,
    intent_id: intentId,
    yes_on: "2018-02-20",
    rules_version: "2018-01-09",
    facts: "{}",
    reasons: [],
    first_month: "2018-03-01",
    last_month: "2018-12-01",
    months: 10,
    satang_a_month: 20_000,
    satang: 200_000,
    decided_on: "2018-02-20",
  };
}

/** What the proof of a province said. */
export function proofRow(province: string): Row {
  return {
    id: randomUUID(),
    province_code: province,
    proven_on: "2018-02-20",
    people: 1,
    differing: 0,
    satang: 200_000,
    certificate: "{}",
    sha256: "0".repeat(64),
  };
}

/** A submitted assessment of a holder. */
export function assessmentRow(holder: HolderRow, by: string, overrides: Row = {}): Row {
  return {
    id: randomUUID(),
    holder_id: holder.id,
    province_code: holder.provinceCode,
    district_code: holder.districtCode,
    interviewed_on: "2018-02-21",
    form_version: "1",
    questions: "{}",
    answers: "{}",
    decision: "{}",
    rules_version: "2018-01-09",
    answer: "yes",
    consent_referral: true,
    warnings: [],
    officer_code: `${holder.districtCode}C001`,
    recorded_by_id: by,
    recorded_on: "2018-02-21",
    ...overrides,
  };
}

const caseOf = (holder: HolderRow, by: string): Row => ({
  id: randomUUID(),
  holder_id: holder.id,
  province_code: holder.provinceCode,
  district_code: holder.districtCode,
  recorded_by_id: by,
  recorded_on: "2018-02-21",
});

/** A call at the door that found nobody. */
export function visitRow(holder: HolderRow, by: string, overrides: Row = {}): Row {
  return { ...caseOf(holder, by), visited_on: "2018-02-20", outcome: "not_home", ...overrides };
}

/** A meeting at the holder's home. */
export function appointmentRow(holder: HolderRow, by: string, overrides: Row = {}): Row {
  return {
    ...caseOf(holder, by),
    officer_id: by,
    meet_on: "2018-03-05",
    kind: "home",
    ...overrides,
  };
}

/** Working in another province. */
export function absenceRow(holder: HolderRow, by: string, overrides: Row = {}): Row {
  const rest = { away_province_code: "10", source: "relative", noted_on: "2018-02-20" };
  return { ...caseOf(holder, by), ...rest, ...overrides };
}

/** A death that the village head reported and nobody has confirmed. */
export function departureRow(holder: HolderRow, by: string, overrides: Row = {}): Row {
  const rest = {
    kind: "deceased",
    departed_on: "2018-02-10",
    source: "headman",
    source_detail: "ผู้ใหญ่บ้าน",
  };
  return { ...caseOf(holder, by), ...rest, ...overrides };
}

/** A card that the Ministry's letter has cancelled in February. */
export function cancellationRow(holder: HolderRow, by: string): Row {
  return departureRow(holder, by, {
    kind: "card_cancelled",
    departed_on: "2018-02-01",
    source: "ministry_letter",
    source_detail: "กค 0402/1",
    source_on: "2018-02-15",
  });
}

/** One move of caseloads. */
export function caseloadMoveRow(district: string, by: string): Row {
  return {
    id: randomUUID(),
    province_code: district.slice(0, 2),
    district_code: district,
    kind: "assign",
    people: 1,
    moved_by_id: by,
    moved_on: "2018-02-02",
  };
}

/** The order under which a deputy acts for the head; of the province where there is no district. */
export function delegationRow(
  province: string,
  district: string | null,
  head: string,
  deputy: string,
): Row {
  return {
    id: randomUUID(),
    province_code: province,
    district_code: district,
    head_role: district ? "district_chief" : "governor",
    kind: "acting",
    officer_id: deputy,
    order_number: "1/2561",
    ordered_on: "2018-01-15",
    from_on: "2018-01-15",
    recorded_by_id: head,
    recorded_on: "2018-01-15",
  };
}

async function buildCase(world: World, keep: Keep, holder: HolderRow, batch: string) {
  const area = { province_code: holder.provinceCode, district_code: holder.districtCode };
  const desk = who(world, "receiving_officer", holder.districtCode).id;
  await keep("holder_income", {
    holder_id: holder.id,
    batch_id: batch,
    province_code: holder.provinceCode,
    income_2559_satang: 2_000_000,
  });
  await keep("import_change", {
    batch_id: batch,
    holder_id: holder.id,
    province_code: holder.provinceCode,
    before: "{}",
  });
  await keep("import_missing", {
    batch_id: batch,
    part: world.holders.length,
    province_code: holder.provinceCode,
    holder_ids: `{${holder.id}}`,
  });
  const yes = intentRow(holder, holder.districtCode, desk);
  await keep("intent", yes);
  await keep("entitlement_decision", decisionRow(holder, yes.id as string));
  // Recorded by the neighbour: a holder of 5401 at a desk of 5402, from a paper that waits for its confirmation.
  if (holder.districtCode === "5401")
    await keep(
      "intent",
      intentRow(holder, "5402", who(world, "receiving_officer", "5402").id, {
        intent_on: "2018-02-10",
        paper_number: "1",
        late_reason: "late",
        confirmation: "pending",
      }),
    );
  if (!holder.accountOfficerId) return;
  const move = caseloadMoveRow(
    holder.districtCode,
    who(world, "district_chief", holder.districtCode).id,
  );
  await keep("caseload_move", move);
  await keep("assignment", {
    id: randomUUID(),
    move_id: move.id,
    holder_id: holder.id,
    ...area,
    officer_id: holder.accountOfficerId,
    officer_code: `${holder.districtCode}C001`,
    assigned_by_id: who(world, "district_chief", holder.districtCode).id,
    assigned_on: "2018-02-02",
  });
  await keep("visit", visitRow(holder, holder.accountOfficerId));
  await keep("appointment", appointmentRow(holder, holder.accountOfficerId));
  await keep("absence", absenceRow(holder, holder.accountOfficerId));
  await keep("departure", departureRow(holder, holder.accountOfficerId));
  await keep("form_draft", {
    officer_id: holder.accountOfficerId,
    holder_id: holder.id,
    form: "visit",
    ...area,
    given: "{}",
  });
  const drafts = world.rows.assessment_draft ?? [];
  if (!drafts.some((row) => row.officer_id === holder.accountOfficerId))
    await keep("assessment_draft", {
      holder_id: holder.id,
      officer_id: holder.accountOfficerId,
      ...area,
      answers: "{}",
      version: 1,
      started_on: "2018-02-20",
    });
  const assessment = assessmentRow(holder, holder.accountOfficerId);
  await keep("assessment", assessment);
  await keep("chosen_project", {
    assessment_id: assessment.id,
    holder_id: holder.id,
    province_code: holder.provinceCode,
    project: "BAAC-01",
    dimension: 2,
    priority: 1,
  });
  await keep("interview_refusal", {
    id: randomUUID(),
    holder_id: holder.id,
    ...area,
    refused_on: "2018-02-20",
    reason: "ไม่สะดวก",
    recorded_by_id: holder.accountOfficerId,
    recorded_on: "2018-02-20",
  });
}
