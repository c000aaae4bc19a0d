import type { Visitor } from "@tests/support/http";
import { cpuOf } from "./processes";
import { percentile } from "./timing";
import { getPage } from "./visitor";

const [base = ""] = process.argv.slice(2);
const server = Number(process.env.SERVER_PID);
const database = Number(process.env.POSTGRES_PID);

export type Page = {
  name: string;
  visitors: Visitor[];
  path: (turn: number, visitor: Visitor) => string;
  /** What the page answers with; 200 unless said. */
  status?: number;
};

/** `many` users ask for a page, each again as soon as it is there; an answer that is no page is an error. */
export async function measurePage(
  { visitors, path, status: right = 200 }: Page,
  many: number,
  forSeconds: number,
) {
  const taken: number[] = [];
  let errors = 0;
  const cpu = { server: cpuOf(server), database: cpuOf(database) };
  const began = performance.now();
  const end = began + forSeconds * 1000;
  await Promise.all(
    Array.from({ length: many }, async (_, user) => {
      const visitor = visitors[user % visitors.length] as Visitor;
      for (let turn = user; performance.now() < end; turn += many) {
        const asked = performance.now();
        const { status } = await getPage(base, visitor, path(turn, visitor));
        taken.push(performance.now() - asked);
        if (status !== right) errors += 1;
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  return {
    users: many,
    aSecond: taken.length / took,
    p50: percentile(taken, 50),
    p95: percentile(taken, 95),
    serverMs: ((cpuOf(server) - cpu.server) * 1000) / taken.length,
    databaseMs: ((cpuOf(database) - cpu.database) * 1000) / taken.length,
    errors,
  };
}
