import { createHmac } from "node:crypto";
import type { z } from "zod";
import { type Action, type Actor, can, reachOf, type Subject } from "@/domain/policy";
import { Refusal, type Result } from "@/domain/result";
import { isStorable } from "@/domain/storable";
import { programmeDate } from "./clock";
import { databaseCode, isBusy } from "./database-errors";
import { database } from "./db";
import { decideNoted } from "./entitlements/decide";
import { env } from "./env";
import { nameToday } from "./former-names";
import type { Prisma } from "./generated/prisma/client";
import { askIn, ruleSetsAt } from "./rules/load";
import { appendAudit, enterRole, type Scoped, writingReads } from "./scope";

/** What a command works with. `today` is the programme date, ISO. */
export type CommandScope<Input> = Scoped & {
  input: Input;
  subject: Subject;
  today: string;
  id: string;
};

/** A change: what it is called, what it takes, what it concerns, what it does. */
export type Command<
  Schema extends z.ZodType,
  Outcome extends Prisma.InputJsonValue,
  Name extends string = string,
> = {
  /** Kept with receipts and audit entries; src/server/commands.ts checks that it is the key that the browser posts. */
  name: Name;
  action: Action;
  input: Schema;
  /** What the change concerns; null if it does not exist or is out of reach. */
  subject: (scope: Scoped, input: z.output<Schema>) => Promise<Subject | null>;
  run: (scope: CommandScope<z.output<Schema>>) => Promise<Outcome>;
  /** What the audit keeps beside action and subject: field names, counts, codes; never personal data. */
  detail?: (input: z.output<Schema>, outcome: NoInfer<Outcome>) => Record<string, unknown>;
  /** False: no audit entry this time (a draft, after its first save of the day). Asked together with the subject. */
  audited?: (scope: Scoped, input: z.output<Schema>) => Promise<boolean>;
  /** The same input again changes nothing by itself (a draft, many times a minute): no receipt is kept of it. */
  repeatable?: true;
  /** Its input may name thousands of people: up to `largestBody.people` bytes instead of `largestBody.usual`. */
  ofMany?: true;
};

/** How many bytes a browser may send with a command. */
export const largestBody = { usual: 256_000, people: 1_000_000 } as const;

/** Declares a command; its types follow from its input and its outcome. */
export function defineCommand<
  Schema extends z.ZodType,
  Outcome extends Prisma.InputJsonValue,
  Name extends string,
>(command: Command<Schema, Outcome, Name>): Command<Schema, Outcome, Name> {
  return command;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds commands of every input and outcome
export type AnyCommand = Command<any, any>;

/** A registry in which every command is under its own name, which receipts and audit entries keep. */
export type NamedByKey<Registry> = { [Name in keyof Registry]: AnyCommand & { name: Name } };

/**
 * The only way to change anything: parse, then in one transaction enter the role, answer a repeated request, load and
 * check the subject, run, store the receipt, write the audit. A refusal undoes everything and is recorded separately.
 * @param request `id` is a UUID made by the client: a double click, a retry, a replay change nothing twice.
 */
export async function execute<Schema extends z.ZodType, Outcome extends Prisma.InputJsonValue>(
  command: Command<Schema, Outcome>,
  actor: Actor,
  request: { id: string; input: unknown },
): Promise<Result<Outcome>> {
  if (!uuid.test(request.id)) return { ok: false, code: "INVALID", fields: { id: ["invalid"] } };
  if (!isStorable(request.input)) return { ok: false, code: "INVALID", fields: { "": ["text"] } };
  const parsed = command.input.safeParse(request.input);
  if (!parsed.success) return { ok: false, code: "INVALID", fields: fieldsOf(parsed.error) };
  try {
    const value = await database().$transaction(async (tx) => {
      const entered = await enterRole(tx, actor, request.id);
      return writingReads(entered, (scope) => runOnce(command, scope, request.id, parsed.data));
    });
    return { ok: true, value };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    try {
      await recordRefusal(command, actor, request.id, refusal);
    } catch (failure) {
      if (!isBusy(failure)) throw failure;
      // A refusal that is not in the audit is not given: whoever sends again gets it.
      return { ok: false, code: "BUSY" };
    }
    return { ok: false, code: refusal.code, fields: refusal.fields, detail: refusal.detail };
  }
}

/**
 * The receipt of the same request, if it was recorded before; the id is claimed for this transaction. With it come the rules
 * that hold until it ends (`holdRuleSets`): those of the scope may have been read a moment before a set was checked.
 */
async function receiptOf({ name }: AnyCommand, scope: Scoped, id: string, inputHash: string) {
  const { tx } = scope;
  const [seen] = await tx.$queryRaw<
    { by: string; rules: string }[]
  >`SELECT app.claim_request(${id}::uuid) AS by, app.hold_rules() AS rules`;
  scope.ruleSets = await ruleSetsAt(seen?.rules ?? "", askIn(tx));
  if (seen?.by === "another") throw new Refusal("CONFLICT");
  if (seen?.by !== "own") return null;
  const earlier = await tx.commandReceipt.findUniqueOrThrow({ where: { id } });
  // The same id with another input: the sender did not get the answer and has edited the form since.
  if (earlier.inputHash !== inputHash || nameToday(earlier.action) !== name)
    throw new Refusal("SENT_BEFORE");
  return earlier;
}

async function runOnce<Schema extends z.ZodType, Outcome extends Prisma.InputJsonValue>(
  command: Command<Schema, Outcome>,
  scope: Scoped,
  id: string,
  input: z.output<Schema>,
): Promise<Outcome> {
  const { tx, actor } = scope;
  const inputHash = command.repeatable ? "" : hashOf(input);
  const earlier = command.repeatable ? null : await receiptOf(command, scope, id, inputHash);
  if (earlier) return earlier.outcome as Outcome;

  const isAudited = command.audited ?? (async () => true);
  // Travels with the subject. A role without the action may lack the grant for it, and is refused below.
  const auditing = reachOf(actor, command.action)
    ? isAudited(scope, input)
    : Promise.resolve(false);
  auditing.catch(() => {});
  const subject = await subjectOf(command, scope, input);
  // Out of reach gets the same answer as not existing; only someone who may read it is told that the action is not allowed.
  if (!subject) throw new Refusal("NOT_FOUND");
  if (!can(actor, command.action, subject))
    throw new Refusal(
      can(actor, "holder.read", subject) || subject.id === null ? "NOT_ALLOWED" : "NOT_FOUND",
    );

  const commandScope = { ...scope, input, subject, id, today: await programmeDate(tx) };
  const audited = await auditing;
  const outcome = await command.run(commandScope);
  // A draft makes no yes count.
  if (!command.repeatable) await decideNoted(askIn(tx), `r_${actor.role}`, scope.ruleSets);
  // createMany: Prisma's create would read the row back, which costs a query for nothing here.
  if (!command.repeatable)
    await tx.commandReceipt.createMany({
      data: [{ id, actorId: actor.id, action: command.name, inputHash, outcome: outcome ?? {} }],
    });
  if (audited)
    await appendAudit(scope, command.action, subject, {
      command: command.name,
      ...command.detail?.(input, outcome),
    });
  return outcome;
}

/** A role without the action may lack the grants to load its subject: that counts as "does not exist". */
async function subjectOf<Schema extends z.ZodType, Outcome extends Prisma.InputJsonValue>(
  command: Command<Schema, Outcome>,
  scope: Scoped,
  input: z.output<Schema>,
): Promise<Subject | null> {
  try {
    return await command.subject(scope, input);
  } catch (error) {
    if (!reachOf(scope.actor, command.action) && databaseCode(error) === "42501") return null;
    throw error;
  }
}

async function recordRefusal(command: AnyCommand, actor: Actor, id: string, refusal: Refusal) {
  await database().$transaction(async (tx) => {
    await appendAudit(
      await enterRole(tx, actor, id),
      command.action,
      { type: "command", id: null },
      { command: command.name, refused: refusal.code },
    );
  });
}

/** Our own refusal, or a database error that means one: somebody else was faster, or the database is too busy. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const code = databaseCode(error);
  if (code === "P2002" || code === "23505") return new Refusal("ALREADY_RECORDED");
  // Raised by the guard of referrals (migration 20180123000000_referrals).
  if (code === "SJ001") return new Refusal("NO_PLACE");
  if (code === "SJ002") return new Refusal("NO_CONSENT");
  if (isBusy(error)) return new Refusal("BUSY");
  return undefined;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function fieldsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return fields;
}

/**
 * The same input has the same hash, whatever the order of its keys. Keyed: an input may contain a password or a national
 * ID, and a plain hash of either can be guessed quickly.
 */
function hashOf(input: unknown): string {
  const text = JSON.stringify(input, sortedKeys) ?? "";
  return createHmac("sha256", Buffer.from(env().INDEX_KEY, "base64"))
    .update(`command|${text}`)
    .digest("hex");
}

function sortedKeys(_key: string, value: unknown) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
