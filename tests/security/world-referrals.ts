import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import type { HolderRow, Row, World } from "./world";
import { issuedRow } from "./world-preparation";

type Keep = (table: string, row: Row) => Promise<void>;

const areaOf = (holder: HolderRow): Row => ({
  holder_id: holder.id,
  province_code: holder.provinceCode,
  district_code: holder.districtCode,
});
const by = (officer: string, on = "2018-02-21"): Row => ({
  recorded_by_id: officer,
  recorded_on: on,
});

/** A draft to the agency of a project of the interview. */
export function referralRow(
  holder: HolderRow,
  assessment: unknown,
  officer: string,
  overrides: Row = {},
): Row {
  return {
    id: randomUUID(),
    ...areaOf(holder),
    assessment_id: assessment,
    project: "BAAC-01",
    agency: "BAAC",
    next_on: "2018-02-28",
    changed_on: "2018-02-21",
    changed_by_id: officer,
    ...by(officer),
    ...overrides,
  };
}

/** A one-time link for a referral that was sent. */
export function linkRow(referral: Row, officer: string, overrides: Row = {}): Row {
  return {
    id: randomUUID(),
    referral_id: referral.id,
    province_code: referral.province_code,
    district_code: referral.district_code,
    token_hash: randomBytes(32),
    expires_on: "2018-03-10",
    ...by(officer),
    ...overrides,
  };
}

/** A consent that was given again. */
export function consentRow(holder: HolderRow, officer: string): Row {
  return {
    id: randomUUID(),
    ...areaOf(holder),
    purpose: "referral",
    decision: "given",
    text_version: "1",
    channel: "phone",
    decided_on: "2018-02-21",
    ...by(officer),
  };
}

/** What the rules answered, as far as a plan shows it. */
const basis = JSON.stringify({
  band: "up_to_30000",
  topUp: { none: "NO_YES" },
  menu: [],
  facts: { targetGroup: null },
});

/** A version of a plan beside the interview's own. */
export function planRow(holder: HolderRow, assessment: unknown, officer: string, number: number) {
  return {
    id: randomUUID(),
    ...areaOf(holder),
    number,
    assessment_id: assessment,
    source: "agreement",
    decision: basis,
    agreed_on: "2018-02-21",
    ...by(officer),
  };
}

/** Places of a project in a province. */
export function capacityRow(province: string, officer: string, overrides: Row = {}): Row {
  return {
    id: randomUUID(),
    province_code: province,
    project: "BAAC-02",
    agency: "BAAC",
    places: 10,
    from_on: "2018-02-01",
    until_on: "2018-09-30",
    ...by(officer),
    ...overrides,
  };
}

export function guideRow(province: string, officer: string): Row {
  return {
    id: randomUUID(),
    province_code: province,
    project: "BAAC-02",
    gives: "อบรมสองวัน ไม่มีค่าใช้จ่าย",
    ...by(officer),
  };
}

/** The sent and the prepared: of each account officer's two holders one was sent, with link, event, consent and plan. */
export async function buildReferrals(world: World, client: pg.Client, keep: Keep): Promise<void> {
  for (const province of ["54", "55"]) {
    const treasury = world.officers.find(
      ({ role, provinceCode }) => role === "provincial_officer" && provinceCode === province,
    );
    await keep("project_capacity", capacityRow(province, treasury?.id as string));
    await keep("project_guide", guideRow(province, treasury?.id as string));
    await keep(
      "project_capacity",
      capacityRow(province, treasury?.id as string, { project: "DSD-01", agency: "DSD" }),
    );
  }
  const served = new Set<string>();
  for (const holder of world.holders) {
    const officer = holder.accountOfficerId;
    if (!officer) continue;
    const assessment = world.rows.assessment?.find((row) => row.holder_id === holder.id)?.id;
    await keep("chosen_project", {
      assessment_id: assessment,
      holder_id: holder.id,
      province_code: holder.provinceCode,
      project: "MKT-01",
      dimension: 1,
      priority: 2,
    });
    await keep("consent_event", consentRow(holder, officer));
    await keep("plan_version", planRow(holder, assessment, officer, 2));
    const referral = referralRow(holder, assessment, officer);
    await keep("referral", referral);
    if (served.has(officer)) continue;
    served.add(officer);
    await client.query(
      `UPDATE referral SET state = 'sent', step = 'send', sent_on = '2018-02-21', next_on = '2018-03-07', holder_name = 'นางบุญมี ใจดี',
         changed_on = '2018-02-21' WHERE id = $1`,
      [referral.id],
    );
    referral.sent_on = "2018-02-21";
    const link = linkRow(referral, officer);
    await keep("referral_link", link);
    await keep("issued_paper", { ...issuedRow(placeOf(holder), officer), ...letterOf(link) });
    await keep("referral_event", {
      id: randomUUID(),
      referral_id: referral.id,
      ...areaOf(holder),
      step: "send",
      state: "sent",
      happened_on: "2018-02-21",
      by_id: officer,
    });
  }
}

const placeOf = ({ provinceCode, districtCode }: HolderRow) => ({
  province_code: provinceCode,
  district_code: districtCode,
});

/** The letter to the agency, as it was signed. */
const letterOf = (link: Row): Row => ({ kind: "referral_letter", about: link.id });
