import { seededRandom } from "@tests/builders/random";
import type { Actor } from "@/domain/policy";
import { type AnyCommand, execute } from "@/server/command";
import { requestCorrection } from "@/server/corrections/commands";
import { recordInquiry } from "@/server/inquiries/commands";
import type { DemoHolder } from "./desks";
import type { Caseloads } from "./interviews";

const random = seededRandom("demo requests");

/**
 * What people asked of each district by 22 February, and which corrections account officers requested: an open inquiry and
 * a late one; an income for the province to decide and an occupation for the district.
 */
export async function askTheOffice(
  holders: readonly DemoHolder[],
  caseloads: Caseloads,
  secretaries: readonly Actor[],
) {
  for (const secretary of secretaries) {
    const mine = holders.filter(
      ({ id, districtCode }) => districtCode === secretary.districtCode && caseloads.has(id),
    );
    const [first, second, third] = mine.slice(-3);
    if (!first || !second || !third) continue;
    const owner = { ownerId: secretary.id, fromPhone: null };
    await send(recordInquiry, secretary, {
      ...owner,
      holderId: first.id,
      kind: "nobody_came",
      words: "ยังไม่มีเจ้าหน้าที่มาพบที่บ้าน",
      fromName: "บุตรสาวของผู้มีบัตร",
      channel: "phone",
      receivedOn: "2018-02-21",
    });
    await send(recordInquiry, secretary, {
      ...owner,
      holderId: null,
      kind: "not_listed",
      words: "เคยลงทะเบียนไว้ แต่ไม่มีชื่อที่จุดรับแจ้ง",
      fromName: "นายสอบถาม ณ จุดรับแจ้ง",
      channel: "counter",
      receivedOn: "2018-02-05",
    });
    await ask(caseloads, second.id, {
      field: "income_2559",
      incomeBaht: 48_000,
      evidence: "หนังสือรับรองรายได้จากนายจ้าง",
      evidenceNumber: "รง. 15/2561",
    });
    await ask(caseloads, third.id, {
      field: "occupation",
      occupation: "เย็บผ้าที่บ้าน",
      evidence: "ผู้ใหญ่บ้านรับรอง",
      evidenceNumber: "3/2561",
    });
  }
}

async function ask(caseloads: Caseloads, holderId: string, asked: object) {
  const officer = caseloads.get(holderId);
  if (officer) await send(requestCorrection, officer, { holderId, ...asked });
}

async function send(command: AnyCommand, officer: Actor, input: unknown) {
  const sent = await execute(command, officer, { id: random.uuid(), input });
  if (!sent.ok) throw new Error(`${command.name} of ${officer.login}: ${JSON.stringify(sent)}`);
}
