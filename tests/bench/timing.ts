import { cpuOf } from "./processes";

/** How long each of many repetitions took, in milliseconds. */
export type Timings = { name: string; p50: number; p95: number; times: number };

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/**
 * Repeats a piece of work, one after another; the first repetitions warm caches and plans and are not counted, and
 * neither is what is done `between`.
 */
export async function repeat(
  name: string,
  times: number,
  work: (turn: number) => Promise<unknown>,
  warmUp = 5,
  between?: () => Promise<unknown>,
): Promise<Timings> {
  const taken: number[] = [];
  for (let turn = 0; turn < times + warmUp; turn += 1) {
    const milliseconds = await timed(() => work(turn));
    if (turn >= warmUp) taken.push(milliseconds);
    await between?.();
  }
  return { name, p50: percentile(taken, 50), p95: percentile(taken, 95), times };
}

/** Nearest-rank percentile; the median of an odd number of times is one of them. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const found = sorted[rank - 1];
  if (found === undefined) throw new RangeError("Nothing was timed");
  return found;
}

/** What a piece of work took: by the clock, and of PostgreSQL's and this process's CPU, which other work beside it does not change. */
export type Took = { seconds: number; cpu: number };

export async function took(work: () => Promise<unknown>): Promise<Took> {
  const used = () => {
    const { user, system } = process.cpuUsage();
    return cpuOf(Number(process.env.POSTGRES_PID)) + (user + system) / 1e6;
  };
  const before = used();
  const milliseconds = await timed(work);
  return { seconds: milliseconds / 1000, cpu: used() - before };
}

export const inAll = (all: readonly Took[]): Took => ({
  seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
  cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
});
