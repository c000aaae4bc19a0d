import { seededRandom } from "@tests/builders/random";
import { usualAssumptions } from "@/domain/outreach-plan";
import type { Actor } from "@/domain/policy";
import { type AnyCommand, execute } from "@/server/command";
import { listPlaces } from "@/server/places/queries";
import { callBriefing, recordAttendance, saveOutreachPlan } from "@/server/preparation/commands";
import { nameReceivingOfficers } from "@/server/receiving/commands";
import { scoped } from "@/server/scope";
import { actorsOf } from "./officers";

/** The districts that lag (as in province.ts): they have no plan, no briefing and nobody named yet. */
const lagging = new Set(["5403", "5407"]);

async function play<Outcome>(command: AnyCommand, actor: Actor, id: string, input: unknown) {
  const done = await execute(command, actor, { id, input });
  if (!done.ok) throw new Error(`${command.name}: ${JSON.stringify(done)}`);
  return done.value as Outcome;
}

/** The chiefs plan and brief their teams on this day. */
export async function prepareDistricts(actors: ReadonlyMap<string, Actor>, today: string) {
  const random = seededRandom("demo preparation");
  for (const chief of actorsOf(actors, { role: "district_chief" })) {
    const districtCode = chief.districtCode ?? "";
    if (lagging.has(districtCode)) continue;
    await play(saveOutreachPlan, chief, random.uuid(), {
      ...usualAssumptions,
      note: "คำนวณจากบัญชีรายชื่อที่กระทรวงการคลังส่งมา",
    });
    const { briefingId } = await play<{ briefingId: string }>(callBriefing, chief, random.uuid(), {
      meetOn: today,
      meetAt: "09:30",
      placeName: "ห้องประชุมที่ว่าการอำเภอ",
      methods: "ลงพื้นที่ทีละหมู่บ้าน นัดผ่านผู้ใหญ่บ้านล่วงหน้าอย่างน้อย 3 วัน\nบันทึกผลทุกรายในวันที่พบ ก่อนเวลา 16.30 น.",
      agenda: "ชี้แจงมาตรการและหลักเกณฑ์\nซักซ้อมแบบแสดงความประสงค์และแบบประเมิน\nแบ่งพื้นที่รับผิดชอบของ AO",
    });
    const team = [
      ...actorsOf(actors, { role: "account_officer", districtCode }),
      ...actorsOf(actors, { role: "receiving_officer", districtCode }),
    ];
    await play(recordAttendance, chief, random.uuid(), {
      briefingId,
      people: team.map(({ name }) => name),
      others: null,
    });
  }
}

/** Who receives at the first place of a district, for all its days. */
export async function nameReceivers(secretary: Actor, receivers: readonly Actor[]) {
  const districtCode = secretary.districtCode ?? "";
  if (lagging.has(districtCode)) return;
  const [place] = await scoped(secretary, listPlaces);
  if (!place) throw new Error("A district of the demo has no place.");
  await play(
    nameReceivingOfficers,
    secretary,
    seededRandom(`demo receivers ${districtCode}`).uuid(),
    {
      placeId: place.id,
      fromOn: place.opensOn,
      untilOn: place.closesOn,
      officerIds: receivers.map(({ id }) => id),
    },
  );
}
