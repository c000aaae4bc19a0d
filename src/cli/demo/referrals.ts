import { seededRandom } from "@tests/builders/random";
import type { Actor } from "@/domain/policy";
import { setCapacity } from "@/server/capacities/commands";
import { type AnyCommand, execute } from "@/server/command";
import { answerReferrals, sendReferrals } from "@/server/referrals/commands";
import { scoped } from "@/server/scope";

/** When account officers sent the agreed projects, and when the agencies with an account answered. */
export const referralDays = {
  sent: ["2018-02-14", "2018-02-20"],
  answered: "2018-02-22",
} as const;

const random = seededRandom("demo referrals");

/** Each account officer sends some of the new plans to their agencies. */
export async function sendSome(officers: readonly Actor[]) {
  for (const officer of officers) {
    const drafts = await scoped(officer, ({ tx }) =>
      tx.referral.findMany({
        where: { state: "draft", recordedById: officer.id },
        select: { holderId: true },
        distinct: ["holderId"],
        orderBy: { holderId: "asc" },
        take: 2,
      }),
    );
    for (const { holderId } of drafts)
      await send(sendReferrals, officer, { holderId, words: null });
  }
}

/** The bank takes some, refuses one and lets the rest wait; the labour office has few places. */
export async function answerSome(bank: Actor, labour: Actor) {
  await send(setCapacity, labour, {
    project: "DSD-02",
    places: 2,
    fromOn: referralDays.answered,
    untilOn: "2018-09-30",
    note: "รุ่นที่ 1 หลักสูตร 30 ชั่วโมง",
  });
  const [first, second, third] = await idsOf(bank);
  if (first) await answer(bank, first, { step: "accept", words: "นัดทำสัญญาที่สาขา" });
  if (second) await answer(bank, second, { step: "refuse", words: "ยังไม่เป็นลูกค้า ธ.ก.ส. ครบหกเดือน" });
  if (third) await answer(bank, third, { step: "begin", words: null });
  for (const [index, id] of (await idsOf(labour)).slice(0, 4).entries())
    await answer(labour, id, { step: index < 2 ? "accept" : "wait_list", words: null });
}

const idsOf = (agency: Actor) =>
  scoped(agency, async ({ tx }) =>
    (
      await tx.referral.findMany({
        where: { state: "sent" },
        select: { id: true },
        orderBy: [{ sentOn: "asc" }, { id: "asc" }],
        take: 8,
      })
    ).map(({ id }) => id),
  );

const answer = (agency: Actor, id: string, given: { step: string; words: string | null }) =>
  send(answerReferrals, agency, { chosen: { ids: [id] }, ...given });

async function send(command: AnyCommand, actor: Actor, input: unknown) {
  const sent = await execute(command, actor, { id: random.uuid(), input });
  if (!sent.ok) throw new Error(`${command.name} of ${actor.login}: ${JSON.stringify(sent)}`);
}
