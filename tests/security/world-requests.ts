import { randomUUID } from "node:crypto";
import { hasProvince } from "@/domain/policy";
import { districts, type HolderRow, type Row, type World, who } from "./world";

type Keep = (table: string, row: Row) => Promise<void>;

/** Notifications, corrections, inquiries and other requests to the office: at least one row of each reach. */
export async function buildRequests(world: World, keep: Keep): Promise<void> {
  for (const actor of world.officers.filter(({ role }) => hasProvince(role))) {
    const teller = world.officers.find(
      ({ id, provinceCode }) => id !== actor.id && provinceCode === actor.provinceCode,
    );
    await keep("notification", notificationRow(actor.id, actor.provinceCode, teller?.id as string));
  }
  for (const holder of world.holders) {
    const asker =
      holder.accountOfficerId ?? who(world, "district_secretary", holder.districtCode).id;
    await keep("correction", correctionRow(holder, asker));
    await keep("correction", correctionRow(holder, asker, { field: "phone" }));
  }
  for (const district of districts) {
    const secretary = who(world, "district_secretary", district).id;
    const officer = who(world, "account_officer", district).id;
    const holder = world.holders.find(
      (one) => one.districtCode === district && one.accountOfficerId === null,
    ) as HolderRow;
    const own = world.holders.find(
      (one) => one.districtCode === district && one.accountOfficerId === officer,
    ) as HolderRow;
    // About nobody, about a holder without and one with an account officer, and one that the account officer owns.
    for (const row of [
      inquiryRow(district, secretary),
      inquiryRow(district, secretary, { holder_id: holder.id }),
      inquiryRow(district, secretary, { holder_id: own.id }),
      inquiryRow(district, secretary, { owner_id: officer }),
    ])
      await keep("inquiry", row);
    for (const inquiry of (world.rows.inquiry ?? []).filter(
      (row) => row.district_code === district,
    )) {
      // It came to its owner from the chief: the owner stays as it was written.
      const chief = who(world, "district_chief", district).id;
      await keep("inquiry_pass", {
        ...inquiryPassRow(inquiry, inquiry.owner_id as string, secretary),
        from_id: chief,
      });
    }
    const registration = (world.rows.registration ?? []).find(
      (row) => row.district_code === district,
    );
    await keep(
      "registration_decision",
      registrationDecisionRow(
        registration as Row,
        who(world, "provincial_officer", district.slice(0, 2)).id,
      ),
    );
  }
  for (const province of ["54", "55"]) {
    const treasury = who(world, "provincial_officer", province).id;
    await keep("inquiry", inquiryRow(null, treasury, { province_code: province }));
    await keep("resolution", resolutionRow(null, treasury, { province_code: province }));
  }
  for (const { id, role, agency, provinceCode, districtCode } of world.officers) {
    if (!hasProvince(role)) continue;
    // One that each owns: by name, or through the agency; of the own district, else of the province.
    const by = districtCode
      ? who(world, "district_secretary", districtCode).id
      : who(world, "provincial_officer", provinceCode as string).id;
    const owner =
      role === "agency_officer" ? { owner_id: null, owner_agency: agency } : { owner_id: id };
    await keep(
      "resolution",
      resolutionRow(districtCode, by, { province_code: provinceCode, ...owner }),
    );
  }
}

/** A request that waits for another person. */
export function correctionRow(holder: HolderRow, by: string, overrides: Row = {}): Row {
  return {
    id: randomUUID(),
    holder_id: holder.id,
    province_code: holder.provinceCode,
    district_code: holder.districtCode,
    field: "occupation",
    old_value: "{}",
    new_value: "{}",
    evidence: "หนังสือรับรอง",
    evidence_number: "1/2561",
    requested_by_id: by,
    requested_on: "2018-02-20",
    ...overrides,
  };
}

/** A line that its recorder owns. */
export function inquiryRow(district: string | null, by: string, overrides: Row = {}): Row {
  return {
    id: randomUUID(),
    province_code: district?.slice(0, 2),
    district_code: district,
    kind: "other",
    words: "สอบถาม",
    from_name: "นางผู้สอบถาม",
    channel: "phone",
    received_on: "2018-02-20",
    due_on: "2018-03-07",
    owner_id: by,
    recorded_by_id: by,
    recorded_on: "2018-02-20",
    ...overrides,
  };
}

/** A matter that a meeting gave to its recorder. */
export function resolutionRow(district: string | null, by: string, overrides: Row = {}): Row {
  return {
    id: randomUUID(),
    province_code: district?.slice(0, 2),
    district_code: district,
    met_on: "2018-02-19",
    matter: "ให้รายงานผลในการประชุมครั้งต่อไป",
    owner_id: by,
    owner_agency: null,
    due_on: "2018-03-07",
    recorded_by_id: by,
    recorded_on: "2018-02-20",
    ...overrides,
  };
}

/** An inquiry handed on by its owner. */
export function inquiryPassRow(inquiry: Row, to: string, by: string): Row {
  return {
    id: randomUUID(),
    inquiry_id: inquiry.id,
    province_code: inquiry.province_code,
    district_code: inquiry.district_code,
    from_id: inquiry.owner_id,
    to_id: to,
    note: "ส่งต่อ",
    passed_by_id: by,
    passed_on: "2018-02-21",
  };
}

/** The Ministry was asked. */
export function registrationDecisionRow(registration: Row, by: string): Row {
  return {
    id: randomUUID(),
    registration_id: registration.id,
    province_code: registration.province_code,
    district_code: registration.district_code,
    outcome: "asked_ministry",
    letter_number: "พร 0003/1",
    recorded_by_id: by,
    recorded_on: "2018-02-21",
  };
}

/** A line for one officer, caused by another. */
export function notificationRow(to: string, province: string | null, by: string): Row {
  return {
    id: randomUUID(),
    officer_id: to,
    province_code: province,
    kind: "inquiry_passed",
    href: `/inquiries?open=${randomUUID()}`,
    happened_on: "2018-02-20",
    caused_by_id: by,
  };
}
