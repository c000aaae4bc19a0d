import { randomUUID } from "node:crypto";
import { isEveOf, meetingAfter } from "@/domain/pack";
import { rulesOn } from "@/domain/rules/sets";
import { entryInForce } from "@/domain/settings";
import { programmeDate } from "@/server/clock";
import { database } from "@/server/db";
import { asJob, type JobClient, withJobClient } from "@/server/imports/job-connection";
import { askIn, loadRuleSets } from "@/server/rules/load";

/** A district or a province, and the head in whose rights its papers are read: chief or governor, else their staff. */
type Area = { provinceCode: string; districtCode: string | null; officerId: string };

/**
 * The worker's task `meeting_packs`, in the afternoon of each working day: asks for the papers of every area whose monthly meeting is held
 * before the next working day. One of each meeting, however often it runs.
 * @returns how many were asked for
 */
export async function orderMeetingPacks(): Promise<number> {
  const today = await programmeDate();
  const rules = rulesOn(await loadRuleSets(askIn(database())), today);
  const holidays = rules.fieldworkHolidays.value;
  return withJobClient(async (client) => {
    const asked = await asWorker(client, async () => {
      const entries = await listMeetingDays(client);
      let orders = 0;
      for (const area of await listAreas(client)) {
        const own = entries.filter(({ provinceCode }) => provinceCode === area.provinceCode);
        const day = Number(entryInForce(own, today, area.districtCode)?.value ?? 0);
        if (day === 0) continue;
        const meetingOn = meetingAfter(today, day);
        if (isEveOf(today, meetingOn, holidays))
          orders += await addOrder(client, area, { today, meetingOn });
      }
      return orders;
    });
    await enqueueWaiting(client);
    return asked;
  });
}

const asWorker = <Value>(client: JobClient, work: () => Promise<Value>) =>
  asJob(client, { jobId: randomUUID(), officerId: "" }, work);

type MeetingDay = {
  provinceCode: string;
  districtCode: string | null;
  value: string;
  fromOn: string;
  decidedAt: string;
};

async function listMeetingDays(client: JobClient) {
  const { rows } = await client.query<MeetingDay>(
    `SELECT province_code AS "provinceCode", district_code AS "districtCode", value, from_on::text AS "fromOn",
       concat(decided_on, ' ', prepared_at AT TIME ZONE 'UTC') AS "decidedAt"
     FROM setting_entry WHERE key = 'meeting_day' AND decision = 'approved'`,
  );
  return rows;
}

async function listAreas(client: JobClient) {
  const { rows } = await client.query<Area>(
    `SELECT DISTINCT ON (coalesce(district_code, province_code)) province_code AS "provinceCode", district_code AS "districtCode",
       id AS "officerId"
     FROM officer WHERE status = 'active' AND (role IN ('governor', 'provincial_officer') AND district_code IS NULL
       OR role IN ('district_chief', 'district_secretary') AND district_code IS NOT NULL)
     ORDER BY coalesce(district_code, province_code), role IN ('governor', 'district_chief') DESC, id`,
  );
  return rows;
}

/** The pack and its job, unless there is one of that meeting. */
async function addOrder(
  client: JobClient,
  { provinceCode, districtCode, officerId }: Area,
  { today, meetingOn }: { today: string; meetingOn: string },
): Promise<number> {
  const id = randomUUID();
  const { rowCount } = await client.query(
    `INSERT INTO pack (id, province_code, district_code, kind, day, meeting_on, requested_by_id) VALUES ($1, $2, $3, 'now', $4, $5, $6)
     ON CONFLICT ((coalesce(district_code, province_code)), meeting_on) WHERE meeting_on IS NOT NULL DO NOTHING`,
    [id, provinceCode, districtCode, today, meetingOn, officerId],
  );
  if (!rowCount) return 0;
  await client.query(
    `INSERT INTO job (id, kind, input, requested_by_id, province_code) VALUES ($1, 'pack', $2, $3, $4)`,
    [id, JSON.stringify({ packId: id }), officerId, provinceCode],
  );
  return rowCount;
}

/** The queue is the job login's own: what was ordered here and is not in it yet, also by a run that died in between. */
async function enqueueWaiting(client: JobClient) {
  const waiting = await asWorker(client, async () => {
    const { rows } = await client.query<{ id: string; officerId: string }>(
      `SELECT j.id, j.requested_by_id AS "officerId" FROM job j JOIN pack p ON p.id = j.id
       WHERE p.meeting_on IS NOT NULL AND j.status = 'queued'`,
    );
    return rows;
  });
  for (const { id, officerId } of waiting)
    await client.query(
      `SELECT graphile_worker.add_job('pack', json_build_object('jobId', $1::text, 'officerId', $2::text), queue_name => 'pack meetings',
         job_key => $1::text, max_attempts => 3)`,
      [id, officerId],
    );
}
