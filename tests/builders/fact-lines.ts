import { aoAgencyCodes } from "@/domain/agencies";
import { addDays } from "@/domain/calendar";
import { targetGroups } from "@/domain/rules/rule-set";
import { type Random, seededRandom } from "./random";

/** The days at which the answers of 2561 change, and the days beside them. */
const edges = ["2018-01-31", "2018-02-01", "2018-02-28", "2018-03-01", "2018-11-30", "2018-12-01"];
const births = ["1957-02-02", "1957-02-01", "1957-01-31", "2018-02-01"];
const amounts = [0, 29_999.99, 30_000, 30_000.01, 100_000, 100_000.01];
const faults = [
  { income2559: -1 },
  { income2559: 30_000.001 },
  { birthDate: "2018-02-02" },
  { birthDate: "1957-02-29" },
  { intentOn: "2561-02-01" },
  { targetGroup: "fisher" },
  { aoAgency: "DSD" },
];

/**
 * Lines of facts as `sukjai decide` reads them: the same for the same seed. Most are ordinary cases, every
 * edge case occurs often, and a few are faulty.
 */
export function factLines(count: number, seed = "facts"): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => JSON.stringify(factsAt(random)));
}

function factsAt(random: Random): Record<string, unknown> {
  return {
    income2559: random.chance(0.3)
      ? random.pick(amounts)
      : random.int(0, random.chance(0.5) ? 4_000_000 : 12_000_000) / 100,
    birthDate: maybe(random, () =>
      random.chance(0.3) ? random.pick(births) : addDays("2018-02-01", -random.int(0, 36_000)),
    ),
    intentOn: maybe(random, () => dayAt(random)),
    assessedOn: maybe(random, () => dayAt(random)),
    targetGroup: maybe(random, () => random.pick(targetGroups)),
    aoAgency: maybe(random, () => random.pick(aoAgencyCodes)),
    ...(random.chance(0.02) ? random.pick(faults) : {}),
  };
}

function dayAt(random: Random): string {
  return random.chance(0.4) ? random.pick(edges) : addDays("2017-11-01", random.int(0, 500));
}

function maybe<Value>(random: Random, value: () => Value): Value | null | undefined {
  if (random.chance(0.1)) return null;
  return random.chance(0.1) ? undefined : value();
}
