import { seededRandom } from "@tests/builders/random";
import type { Actor } from "@/domain/policy";
import { attestCoInterviews, offerBankDay } from "@/server/co-interviews/commands";
import { listOwnCoInterviews } from "@/server/co-interviews/queries";
import { type AnyCommand, execute } from "@/server/command";
import { scoped } from "@/server/scope";
import { noteToOfficer } from "@/server/supervision/commands";
import { askTransfer } from "@/server/transfers/commands";
import { actorsOf } from "./officers";

const random = seededRandom("demo caseloads around");

/** Days in the first weeks of March on which each bank's officer can come to the district. */
const bankDays = ["2018-03-05", "2018-03-06", "2018-03-14", "2018-03-15"];

/**
 * What happens around the caseloads: the banks' officers have confirmed the interviews they joined, except the last days,
 * and offered days in March; in ลอง a case waits to be taken over, and the secretary has written to an account officer.
 */
export async function playAroundCaseloads(actors: ReadonlyMap<string, Actor>, today: string) {
  const officers = actorsOf(actors, { role: "account_officer" });
  for (const banker of officers.filter(({ agency }) => agency === "BAAC" || agency === "GSB")) {
    const { rows } = await scoped(banker, (scope) => listOwnCoInterviews(scope, today));
    const ids = rows.filter(({ day }) => day < "2018-02-23").map(({ id }) => id);
    if (ids.length > 0) await send(attestCoInterviews, banker, { ids, status: "confirmed" });
    for (const day of bankDays)
      await send(offerBankDay, banker, { districtCode: banker.districtCode, day });
  }
  const [asker, secretary] = [actors.get("cdd.long"), actors.get("secretary.long")];
  if (!asker || !secretary) throw new Error("The demo has nobody in ลอง.");
  const somebody = await scoped(asker, ({ tx }) =>
    tx.holder.findFirstOrThrow({
      where: { accountOfficerId: asker.id, state: "assigned" },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  );
  const code = await scoped(asker, ({ tx }) =>
    tx.accountOfficerCode.findFirstOrThrow({
      where: { districtCode: "5403", officerId: actors.get("baac.long")?.id ?? "" },
      select: { code: true },
    }),
  );
  await send(askTransfer, asker, {
    filter: {},
    picked: [somebody.id],
    officerCode: code.code,
    reason: "เป็นลูกค้า ธ.ก.ส. อยู่แล้ว สะดวกติดตามต่อเนื่อง",
    expected: 1,
  });
  await send(noteToOfficer, secretary, {
    officerId: asker.id,
    words: "ขอให้เร่งนัดผู้มีบัตรที่มาพบแล้วในเดือนกุมภาพันธ์ให้แล้วเสร็จก่อน",
  });
}

async function send(command: AnyCommand, actor: Actor, input: unknown) {
  const sent = await execute(command, actor, { id: random.uuid(), input });
  if (!sent.ok) throw new Error(`${command.name} of ${actor.login}: ${JSON.stringify(sent)}`);
}
