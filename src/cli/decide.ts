import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Decision, decide } from "@/domain/rules/decide";
import { factsReader } from "@/domain/rules/facts";
import type { Reason } from "@/domain/rules/reasons";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";
import type { RuleSets } from "@/domain/rules/sets";

export const usage = `Usage: sukjai decide [--brief] [--recorded] < facts.jsonl > decisions.jsonl

Reads one JSON object a line and writes one decision a line, in the same order:
  {"income2559": 30000, "birthDate": "1960-05-01", "intentOn": "2018-02-28", "assessedOn": null,
   "targetGroup": "farmer", "aoAgency": "BAAC"}

income2559   baht, satang allowed; the only one that must be given
birthDate    YYYY-MM-DD in C.E., from 1890, not after the day on which ages are counted
intentOn     date of a yes at the desk, in C.E., 1900 to 2200
assessedOn   date of a yes in the interview, likewise
targetGroup  farmer | employed | self_employed | not_working
aoAgency     BAAC | GSB | DOPA | CDD | DOAE | MOL | LAO | OTHER

lists        lists of letters that name the person, for what is due once: ["december"]

--brief      reasons as codes, without their clauses and quotations
--recorded   also by the rules that this installation has recorded and checked; needs DATABASE_URL, the owner's login

The rules are those in force on the later of the two dates; without a date, the newest.
A faulty line is answered with {"error": "INVALID_JSON"} or {"error": "INVALID_INPUT", "field": …};
of several faulty fields the first in the order above is named. Blank lines are skipped.`;

/** `sukjai decide`: facts on stdin, decisions on stdout. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const unknown = args.filter((arg) => arg !== "--brief" && arg !== "--recorded");
  if (unknown.length > 0) {
    process.stderr.write(
      `decide takes only --brief and --recorded, but was given: ${unknown.join(" ")}\n`,
    );
    return 2;
  }
  await runDecide(process.stdin, process.stdout, {
    brief: args.includes("--brief"),
    sets: args.includes("--recorded") ? await recordedSets() : ruleSetsOfCode,
  });
  return 0;
}

/** Loaded only where it is asked for: the rules of the code need no database. */
const recordedSets = async () => (await import("./recorded-rules")).readRecordedRules();

/**
 * Decides every line of the input. Memory stays flat: only the current chunk and one unfinished line are kept. If the
 * reader goes away (`| head`), the run ends quietly; other errors are thrown.
 */
export async function runDecide(
  input: Readable,
  output: Writable,
  { brief = false, sets = ruleSetsOfCode }: { brief?: boolean; sets?: RuleSets } = {},
): Promise<void> {
  try {
    const readFacts = factsReader(sets);
    const write = decisionWriter(brief);
    const answerLine = (bytes: Buffer) => answerTo(bytes, readFacts, write);
    const answers = (chunks: AsyncIterable<Buffer | string>) => answerChunks(chunks, answerLine);
    await pipeline(input, answers, output, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
  }
}

/** Longer than any real line; what is beyond it is not kept in memory. */
const longestLine = 1024 * 1024;
/** Answers are written in pieces of about this many characters. */
const longestYield = 64 * 1024;
const newline = 0x0a;

type ReadFacts = ReturnType<typeof factsReader>;
type WriteDecision = ReturnType<typeof decisionWriter>;

/**
 * Writes decisions as JSON. Menus and reasons are the same objects again and again, so the text of each is made once.
 * @param brief reasons as codes alone
 */
function decisionWriter(brief: boolean): (decision: Decision) => string {
  const texts = new WeakMap<object, string>();
  const textOf = (value: object) => {
    const text = texts.get(value) ?? JSON.stringify(value);
    texts.set(value, text);
    return text;
  };
  const whyOf = (reason: Reason) => (brief ? `"${reason.code}"` : textOf(reason));
  return ({ menu, reasons, rules, ...answer }) => {
    const front = JSON.stringify(answer).slice(0, -1);
    const why = reasons.map(whyOf).join();
    return `${front},"menu":${textOf(menu)},"reasons":[${why}],"rules":"${rules}"}`;
  };
}

/** Bytes in, answers out. Lines are split at byte level: a JSON string may contain what Unicode calls a line end. */
async function* answerChunks(
  chunks: AsyncIterable<Buffer | string>,
  answerLine: (bytes: Buffer) => string,
) {
  let pending: Buffer[] = [];
  let length = 0;
  const keep = (bytes: Buffer) => {
    length += bytes.length;
    if (length <= longestLine) pending.push(bytes);
    else pending = [];
  };
  const finish = () => {
    const answer = length > longestLine ? invalidJson : answerLine(joined(pending));
    pending = [];
    length = 0;
    return answer;
  };

  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk);
    let answers = "";
    let start = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      keep(bytes.subarray(start, end));
      answers += finish();
      start = end + 1;
      if (answers.length > longestYield) {
        yield answers;
        answers = "";
      }
    }
    keep(bytes.subarray(start));
    if (answers) yield answers;
  }
  const last = finish();
  if (last) yield last;
}

const invalidJson = `${JSON.stringify({ error: "INVALID_JSON" })}\n`;

/** The answer to one line with its line end; nothing for a blank line. */
function answerTo(bytes: Buffer, readFacts: ReadFacts, write: WriteDecision): string {
  const value = parseObject(bytes);
  if (value === "blank") return "";
  if (value === "invalid") return invalidJson;
  const read = readFacts(value);
  const answer = read.ok
    ? write(decide(read.rules, read.facts))
    : JSON.stringify({ error: "INVALID_INPUT", field: read.field });
  return `${answer}\n`;
}

/** A line that came in one chunk is not copied. */
const joined = (pieces: Buffer[]) =>
  pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);

const utf8 = new TextDecoder("utf-8", { fatal: true });

function parseObject(bytes: Buffer): object | "blank" | "invalid" {
  try {
    const line = utf8.decode(bytes);
    if (line.trim() === "") return "blank";
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : "invalid";
  } catch {
    return "invalid";
  }
}
