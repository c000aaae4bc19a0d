import { randomUUID } from "node:crypto";
import { setFromLetter } from "@/domain/rules/from-letter";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import { type Row, type World, who } from "./world";
import { fileRow } from "./world-preparation";

type Keep = (table: string, row: Row) => Promise<void>;

const [rules] = ruleSetsOfCode;
/** A day on which nothing of the world is decided. */
const farOff = "2190-01-01";

/** In each province a draft and one that was returned; in the one that the installation names also one that is checked. */
export async function buildRules(world: World, keep: Keep): Promise<void> {
  await keep("setting", { key: "rules_province", value: '"54"' });
  for (const province of ["54", "55"]) {
    const by = who(world, "provincial_officer", province).id;
    const scan = fileRow({ province_code: province, district_code: null }, by, "signed_scan");
    await keep("paper_file", scan);
    await keep("rule_version", versionRow(scan, by));
    const returned = versionRow(scan, by);
    await keep("rule_version", returned);
    await keep("rule_version_step", stepRow(returned, by, "returned"));
    if (province !== "54") continue;
    const checked = versionRow(scan, by);
    await keep("rule_version", checked);
    await keep("rule_version_step", stepRow(checked, by, "checked"));
    await keep("redetermination", redeterminationRow(checked, by));
    const another = versionRow(scan, by, "2018-01-16", "2191-01-01");
    await keep("rule_version", another);
    await keep("rule_version_step", stepRow(another, by, "checked"));
    const job = whatIfJob(checked, by);
    await keep("job", job);
    const holder = world.holders.find(({ districtCode }) => districtCode === "5401");
    await keep("what_if_person", whatIfPersonRow(job, holder?.id));
  }
}

/** A set that says what that of the code says, from a day on that is far off. */
export function versionRow(
  { id: scan_id, province_code }: Row,
  by: string,
  on = "2018-01-15",
  inForceFrom = farOff,
): Row {
  const document = setFromLetter(rules, { number: "กค 0402/ว 1", on }, inForceFrom);
  return {
    ...{ id: randomUUID(), province_code, scan_id, document, cases: "[]", about: "หลักเกณฑ์" },
    ...{ version: document.version, in_force_from: inForceFrom },
    ...{ letter_number: "กค 0402/ว 1", letter_on: on },
    ...{ recorded_by_id: by, recorded_on: "2018-01-20" },
  };
}

export function stepRow(version: Row, by: string, step: "checked" | "returned"): Row {
  return {
    ...{ rule_version_id: version.id, province_code: version.province_code, step },
    ...{ note: "ไม่ตรงกับหนังสือ", taken_by_id: by, taken_on: "2018-01-21" },
  };
}

/** What a version would change in the province: done, with a person to whom more is due. */
function whatIfJob({ id, province_code }: Row, by: string): Row {
  const none = { people: "1", bahtAMonth: "0", visitMore: "0", visitLess: "0", menu: "0" };
  const sums = { ...none, gain: "1", lose: "0", baht: "1000" };
  const by5401 = [{ ...sums, key: "5401" }];
  return {
    ...{ id: randomUUID(), kind: "what_if", status: "done", requested_by_id: by, province_code },
    input: { ruleVersionId: id, area: province_code, asOf: "2018-01-20" },
    result: { all: sums, by: { district: by5401, band: [], age: [], group: [] }, named: true },
  };
}

export const whatIfPersonRow = ({ id, province_code }: Row, holderId: unknown): Row => ({
  ...{ job_id: id, province_code, district_code: "5401", holder_id: holderId },
  ...{ satang_before: 200_000, satang: 300_000 },
});

/** The checked version of the world, by which people are to be decided again. */
export function redeterminationRow(version: Row, by: string): Row {
  return {
    ...{ rule_version_id: version.id, province_code: version.province_code },
    ...{ asked_by_id: by, asked_on: "2018-01-22" },
  };
}
