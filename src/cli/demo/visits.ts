import { seededRandom } from "@tests/builders/random";
import type { Actor } from "@/domain/policy";
import { type AnyCommand, execute } from "@/server/command";
import {
  confirmFinding,
  makeAppointment,
  recordAbsence,
  recordDeparture,
  recordVisit,
} from "@/server/visits/commands";
import type { DemoHolder } from "./desks";
import type { Caseloads } from "./interviews";

/** When account officers began home visits, before the window for them. */
export const visitsBeganOn = "2018-02-22";

const random = seededRandom("demo visits");

/** What each account officer found on the first round of visits, person by person, in this order. */
const firstRound: readonly ((holderId: string, nth: number) => [AnyCommand, object])[] = [
  (holderId) => [recordVisit, { holderId, ...call, outcome: "not_home", note: "ไปรับจ้างในเมือง" }],
  (holderId) => [makeAppointment, { holderId, ...home, meetOn: "2018-02-23", meetAt: "09:00" }],
  (holderId) => [makeAppointment, { holderId, ...home, meetOn: "2018-02-26", meetAt: "10:00" }],
  (holderId) => [makeAppointment, { holderId, ...home, meetOn: "2018-02-26", meetAt: "13:30" }],
  (holderId) => [makeAppointment, { holderId, ...home, meetOn: "2018-03-02", meetAt: null }],
  (holderId, nth) => [
    recordAbsence,
    {
      holderId,
      notedOn: visitsBeganOn,
      awayProvinceCode: nth % 2 === 0 ? "10" : "20",
      awayDistrict: null,
      phone: `0600${String(100_000 + nth)}`,
      returnOn: "2018-04-12",
      source: "relative",
    },
  ],
  (holderId, nth) => [
    recordDeparture,
    {
      holderId,
      kind: nth % 3 === 0 ? "moved_away" : "deceased",
      departedOn: "2018-01-20",
      toProvinceCode: nth % 3 === 0 ? "50" : null,
      source: nth % 3 === 0 ? "house_register" : "headman",
      sourceDetail: nth % 3 === 0 ? "ทะเบียนบ้าน ย้ายออกเมื่อ 20 ม.ค. 2561" : "ผู้ใหญ่บ้านแจ้ง",
    },
  ],
];
const call = { visitedOn: visitsBeganOn, nextOn: null };
const home = { kind: "home", placeName: null };

/**
 * The first round of visits: for each officer, one holder of the cohort for each line above. Of every three reports of a
 * death or a move the secretary has confirmed two; the third waits.
 */
export async function beginVisits(
  holders: readonly DemoHolder[],
  caseloads: Caseloads,
  secretaries: readonly Actor[],
) {
  for (const [nth, [officer, round]] of [...firstRounds(holders, caseloads)].entries())
    for (const [step, holderId] of round.entries()) {
      const [command, input] = firstRound[step]?.(holderId, nth) ?? [];
      if (!command) continue;
      const findingId = await send(command, officer, input);
      const secretary = secretaries.find((each) => each.districtCode === officer.districtCode);
      if (command === recordDeparture && secretary && nth % 3 !== 2)
        await confirmDeparture(secretary, findingId);
    }
}

/** Whom each officer calls in the first round. */
function firstRounds(holders: readonly DemoHolder[], caseloads: Caseloads) {
  const rounds = new Map<Actor, string[]>();
  for (const { id, mustReach, fate } of holders) {
    const officer = caseloads.get(id);
    if (!officer || !mustReach || fate.desk || fate.interview) continue;
    const round = rounds.get(officer) ?? [];
    if (round.length < firstRound.length) rounds.set(officer, [...round, id]);
  }
  return rounds;
}

/** The secretary confirms what an account officer reported. */
async function confirmDeparture(secretary: Actor, findingId: string) {
  const outcome = { outcome: "confirmed", note: null };
  await send(confirmFinding, secretary, { kind: "departure", findingId, ...outcome });
}

async function send(command: AnyCommand, officer: Actor, input: unknown): Promise<string> {
  const id = random.uuid();
  const sent = await execute(command, officer, { id, input });
  if (!sent.ok) throw new Error(`${command.name} of ${officer.login}: ${JSON.stringify(sent)}`);
  return id;
}
