import { type Random, seededRandom } from "@tests/builders/random";
import type { z } from "zod";
import type { Actor } from "@/domain/policy";
import { memberLine } from "@/domain/team";
import { decideTask, prepareTask } from "@/server/agency-tasks/commands";
import {
  acknowledgeAnnouncement,
  decideAnnouncement,
  prepareAnnouncement,
} from "@/server/announcements/commands";
import { type Command, execute } from "@/server/command";
import type { Prisma } from "@/server/generated/prisma/client";
import { recordDelivery } from "@/server/imports/commands";
import { listImports } from "@/server/imports/queries";
import { scoped } from "@/server/scope";
import { decideTeam, prepareTeam } from "@/server/teams/commands";
import { actorsOf } from "./officers";

/** When the governor appointed the teams and wrote to the agencies. */
export const preparedOn = "2018-01-26";
export const coordinatedOn = "2018-02-08";

type Actors = ReadonlyMap<string, Actor>;
/** The districts that lag: their teams and receipts are still to come. */
const lagging = ["5403", "5407"];

async function play<Schema extends z.ZodType, Outcome extends Prisma.InputJsonValue>(
  command: Command<Schema, Outcome>,
  actor: Actor,
  random: Random,
  input: unknown,
): Promise<Outcome> {
  const done = await execute(command, actor, { id: random.uuid(), input });
  if (!done.ok) throw new Error(`${command.name}: ${JSON.stringify(done)}`);
  return done.value;
}

function officesOf(actors: Actors) {
  const [governor] = actorsOf(actors, { role: "governor" });
  const [treasury] = actorsOf(actors, { role: "provincial_officer" });
  if (!governor || !treasury) throw new Error("The demo has no governor or no treasury.");
  return { governor, treasury };
}

/** The deputy governor, who signs for the governor under an order. */
function deputyOf(actors: Actors) {
  const deputy = actors.get("deputy");
  if (!deputy) throw new Error("The demo has no deputy governor.");
  return deputy;
}

/** January: the teams that the governor appointed, and the guideline, which most districts have read. */
export async function prepareProvince(actors: Actors) {
  const { governor, treasury } = officesOf(actors);
  const random = seededRandom("demo province");
  const chiefs = actorsOf(actors, { role: "district_chief" });
  for (const [index, chief] of chiefs.entries()) {
    const districtCode = chief.districtCode ?? "";
    if (lagging.includes(districtCode)) continue;
    const of = (role: "receiving_officer" | "account_officer" | "district_secretary") =>
      actorsOf(actors, { role, districtCode });
    const [secretary] = of("district_secretary");
    const members = [...of("receiving_officer"), ...of("account_officer")];
    const { teamId } = await play(prepareTeam, treasury, random, {
      districtCode,
      chairName: chief.name,
      chairPosition: chief.position,
      secretaryName: secretary?.name,
      secretaryPosition: secretary?.position,
      members: members.map((member) => memberLine({ ...member, agency: null })).join("\n"),
      fromOn: preparedOn,
    });
    await play(decideTeam, governor, random, {
      teamId,
      outcome: "approved",
      orderNumber: `${101 + index}/2561`,
      orderedOn: preparedOn,
    });
  }
  const { announcementId } = await play(prepareAnnouncement, treasury, random, {
    kind: "guideline",
    title: "แนวทางการไปพบและสัมภาษณ์ผู้มีบัตรสวัสดิการแห่งรัฐ",
    body: guideline.join("\n"),
    to: "all",
  });
  await play(decideAnnouncement, governor, random, {
    announcementId,
    outcome: "approved",
    letterNumber: "พร 0003/ว 61",
  });
  for (const chief of chiefs)
    if (!lagging.includes(chief.districtCode ?? ""))
      await play(acknowledgeAnnouncement, chief, random, { announcementId });
}

const guideline = [
  "ให้ทีม ปรจ. ไปพบผู้มีบัตรที่มีรายได้ไม่เกิน 30,000 บาท และอายุไม่เกิน 60 ปี ทุกคน โดยนัดผ่านผู้ใหญ่บ้านล่วงหน้าอย่างน้อยหนึ่งวัน",
  "ให้สัมภาษณ์ที่บ้านหรือที่ทำการผู้ใหญ่บ้าน ไม่ถามรหัสบัตร เลขบัญชี หรือชื่อเจ้าหนี้ และไม่เรียกเก็บเงินใด ๆ",
  "ผู้ที่อยู่นอกพื้นที่ให้บันทึกจังหวัดและหมายเลขโทรศัพท์ไว้ เพื่อประสานจังหวัดปลายทาง",
];

/** February: what came with the list, and what was asked of two agencies. */
export async function coordinateProvince(actors: Actors) {
  const { governor, treasury } = officesOf(actors);
  const random = seededRandom("demo tasks");
  const [batch] = await scoped(treasury, listImports);
  await play(recordDelivery, treasury, random, {
    batchId: batch?.id,
    letterNumber: "กค 0402.4/1254",
    letterOn: "2018-01-22",
    receivedOn: "2018-01-25",
    receivedFrom: "สำนักงานเศรษฐกิจการคลัง กระทรวงการคลัง",
    medium: "disc",
  });
  const tasks = [
    {
      agency: "DSD",
      project: "DSD-01",
      subject: "ขอให้เปิดหลักสูตรช่างชุมชนในพื้นที่อำเภอสูงเม่น",
      asked: "เปิดหลักสูตรช่างอเนกประสงค์ (ช่างชุมชน) รุ่นละ 20 คน ที่อำเภอสูงเม่น ในวันหยุดสุดสัปดาห์",
      dueOn: "2018-02-23",
    },
    {
      agency: "BAAC",
      project: null,
      subject: "ขอรายชื่อเจ้าหน้าที่ร่วมสัมภาษณ์ในเดือนมีนาคม",
      asked: "แจ้งชื่อ หมายเลขโทรศัพท์ และวันที่ว่างของเจ้าหน้าที่ที่จะร่วมสัมภาษณ์กับ AO ในแต่ละอำเภอ",
      dueOn: "2018-03-09",
    },
  ];
  for (const [index, task] of tasks.entries()) {
    const { taskId } = await play(prepareTask, treasury, random, task);
    await play(decideTask, index === 0 ? governor : deputyOf(actors), random, {
      taskId,
      outcome: "approved",
      letterNumber: `พร 0003/${412 + index}`,
    });
  }
}
