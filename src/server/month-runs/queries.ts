import { z } from "zod";
import { monthOf } from "@/domain/calendar";
import { mayBook, nextRun } from "@/domain/month-run";
import { mayEver } from "@/domain/policy";
import { everyOneOff, oneOffsUntil, rulesOn } from "@/domain/rules/sets";
import { fromDateColumn, programmeDate, systemTime } from "@/server/clock";
import { isoDays } from "@/server/iso-days";
import { sampleOfRun } from "@/server/ledger/queries";
import { listsInForce } from "@/server/one-offs/queries";
import { areaFor, type Scoped } from "@/server/scope";
import { findAnswerFormat, listAnswers } from "./answers";
import { dueNow, totalsOfRun } from "./totals";

const steps = {
  orderBy: { recordedAt: "asc" },
  include: { recordedBy: { select: { name: true, position: true } } },
} as const;

/** The runs of the actor's province with their steps, the newest first; none without a grant. */
export async function listRuns({ tx, actor }: Scoped) {
  const area = areaFor(actor, "run.read");
  if (!area) return [];
  const runs = isoDays(
    await tx.monthRun.findMany({
      where: area,
      orderBy: { month: "desc" },
      include: { steps },
    }),
  );
  return runs.map(({ month, steps, ...run }) => ({
    ...run,
    month: monthOf(month),
    steps: steps.map((step) => ({ ...step, time: systemTime(step.recordedAt) })),
  }));
}
export type RunRow = Awaited<ReturnType<typeof listRuns>>[number];

/** The first month in which anything is due to anybody of the actor's province; null: nothing is. */
export async function firstDueMonth(scope: Scoped) {
  const { tx, actor, ruleSets } = scope;
  if (!mayEver(actor, "run.read")) return null;
  const { _min } = isoDays(
    await tx.entitlementTally.aggregate({
      where: { provinceCode: actor.provinceCode ?? "" },
      _min: { firstMonth: true },
    }),
  );
  const lists = await listsInForce(scope);
  const once = everyOneOff(ruleSets).flatMap(({ list, month }) =>
    lists.some((each) => each.list === list) ? [month] : [],
  );
  return [...(_min.firstMonth ? [monthOf(_min.firstMonth)] : []), ...once].sort()[0] ?? null;
}

/**
 * Of what letters give once until a run's month: what it cannot book, because no list of persons is checked, and while it is open
 * what was checked since it was calculated.
 */
async function oneOffsOfRun(scope: Scoped, { month, step, steps }: RunRow) {
  const given = oneOffsUntil(scope.ruleSets, month);
  const lists = given.length > 0 ? await listsInForce(scope) : [];
  const checkedAt = (list: string) => lists.find((each) => each.list === list)?.step?.takenAt;
  const begun = steps.findLast((each) => each.step === "calculating")?.recordedAt;
  return {
    notBooked: given.filter(({ list }) => !checkedAt(list)),
    checkedSince: given.filter(({ list }) => {
      const at = checkedAt(list);
      return mayBook(step) && at !== undefined && begun !== undefined && at > begun;
    }),
  };
}

/** How many people of the actor's province wait to be decided. */
export async function countWaiting({ tx, actor }: Scoped): Promise<number> {
  if (!mayEver(actor, "run.read")) return 0;
  const [row] = await tx.$queryRaw<{ people: bigint }[]>`SELECT app.count_undecided() AS people`;
  return Number(row?.people ?? 0n);
}

/** How far the actor's own job on a run is, in districts; null: none of theirs waits or runs. */
export async function findRunJob({ tx, actor }: Scoped, runId: string) {
  return tx.job.findFirst({
    where: {
      kind: "month_run",
      requestedById: actor.id,
      status: { in: ["queued", "running"] },
      input: { path: ["runId"], equals: runId },
    },
    orderBy: { createdAt: "desc" },
    select: { progress: true, total: true },
  });
}

const failures = ["NO_FORMAT", "NO_COLUMN", "UNKNOWN_CODES", "FILE", "UNEXPECTED"] as const;
const said = z.object({ words: z.string() });

/** The actor's newest comparison with a file, while it waits, runs or has failed; null: it is done, or there is none. */
async function findAnswerJob({ tx, actor }: Scoped, runId: string) {
  const job = await tx.job.findFirst({
    where: {
      kind: "month_run",
      requestedById: actor.id,
      AND: [
        { input: { path: ["runId"], equals: runId } },
        { input: { path: ["answer", "uploadId"], string_contains: "-" } },
      ],
    },
    orderBy: { createdAt: "desc" },
    select: { status: true, failure: true, result: true, progress: true, total: true },
  });
  if (!job || job.status === "done") return null;
  const { progress, total } = job;
  return {
    ...{ progress, total },
    failure: failures.find((each) => each === job.failure) ?? null,
    words: said.safeParse(job.result).data?.words ?? "",
  };
}

/** The newest run of the actor's province and where it stands; null where there is none. */
export async function getRunLine({ tx, actor }: Scoped) {
  const run = await tx.monthRun.findFirst({
    where: { provinceCode: actor.provinceCode ?? "" },
    orderBy: { month: "desc" },
    select: { id: true, month: true, step: true },
  });
  return run && { ...run, month: monthOf(fromDateColumn(run.month)) };
}
export type RunLineView = Awaited<ReturnType<typeof getRunLine>>;

/** One run with what it has booked, beside the run before, and a sample; null out of reach. */
export async function viewRun(scope: Scoped, id: string) {
  const runs = await listRuns(scope);
  const at = runs.findIndex((run) => run.id === id);
  const run = runs[at];
  if (!run) return null;
  const today = monthOf(await programmeDate(scope.tx));
  const next = nextRun(runs, { firstDue: run.month, today });
  const isNewest = next?.month === run.month;
  return {
    run,
    rules: rulesOn(scope.ruleSets, `${run.month}-01`),
    ...(await oneOffsOfRun(scope, run)),
    totals: await totalsOfRun(scope, run, runs[at + 1] ?? null),
    due: isNewest ? await dueNow(scope, run.month) : null,
    sample: await sampleOfRun(scope, id),
    /** The calculation that may be begun again; null once the run is certified. */
    next: isNewest ? next : null,
    waiting: isNewest ? await countWaiting(scope) : 0,
    job: await findRunJob(scope, id),
    today: await programmeDate(scope.tx),
    answers: await listAnswers(scope, id),
    hasFormat: (await findAnswerFormat(scope)) !== null,
    answerJob: await findAnswerJob(scope, id),
    /** Whether the reader calculated it, who then neither checks nor certifies it. */
    prepared: run.steps.some(
      ({ step, recordedById }) => step === "calculating" && recordedById === scope.actor.id,
    ),
  };
}
export type RunView = NonNullable<Awaited<ReturnType<typeof viewRun>>>;
