import { readdirSync, readFileSync } from "node:fs";

/** What Linux says of a process and its children in /proc; elsewhere the figures are missing (NaN). */

const TICKS_A_SECOND = 100;
const BYTES_A_PAGE = 4096;

type Process = { pid: number; parent: number; ticks: number; pages: number };

/** A process may end while it is read. */
function readProcess(pid: number): Process[] {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    const number = (index: number) => Number(fields[index]);
    return [
      {
        pid,
        parent: number(1),
        ticks: number(11) + number(12) + number(13) + number(14),
        pages: number(21),
      },
    ];
  } catch {
    return [];
  }
}

function treeOf(root: number): Process[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const tree = all.filter(({ pid }) => pid === root);
  for (const one of tree) tree.push(...all.filter(({ parent }) => parent === one.pid));
  return tree;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** CPU seconds that a process and its children have used. */
export function cpuOf(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  return sum(treeOf(pid).map(({ ticks }) => ticks)) / TICKS_A_SECOND;
}

/** Megabytes of memory that a process and its children hold. What they share counts for each of them. */
export function memoryOf(pid: number): number {
  if (process.platform !== "linux") return Number.NaN;
  return Math.round((sum(treeOf(pid).map(({ pages }) => pages)) * BYTES_A_PAGE) / 1e6);
}
