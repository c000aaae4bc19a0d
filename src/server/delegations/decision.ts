import type { DecisionOutcome, PaperOutcome } from "@/domain/decision";
import { headRoleOf } from "@/domain/delegation";
import {
  type Capacity,
  type FileSignature,
  fileSignatureOf,
  type PaperClasses,
  type Signature,
} from "@/domain/official-paper";
import { invalid, Refusal } from "@/domain/result";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { listOfficerIds, notify } from "@/server/notifications/notify";
import type { Scoped } from "@/server/scope";
import { findDelegation, namedOrder, orderColumns, requireHead } from "./queries";

type Paper = { decision: string; preparedById: string };
type Decision = { outcome: DecisionOutcome; note: string | null };

/**
 * What a decided row keeps of its decision: who, when, under which order. Refused as ACTED_ON if it is already decided,
 * as NEEDS_ORDER if staff have no order in force. To take back one's own row needs no order.
 */
export async function decisionOn(
  scope: Scoped & { today: string },
  paper: Paper,
  { outcome, note }: Decision,
) {
  const { actor, today } = scope;
  if (paper.decision !== "pending") throw new Refusal("CONFLICT");
  const own = outcome === "withdrawn";
  if (own && paper.preparedById !== actor.id) throw new Refusal("NOT_ALLOWED");
  if (outcome === "refused" && !note) throw invalid({ note: "missing" });
  return {
    decision: outcome,
    decidedById: actor.id,
    decidedOn: toDateColumn(today),
    decisionNote: note,
    delegationId: own ? null : await requireHead(scope, today),
  };
}

type GivenSignature = Parameters<typeof fileSignatureOf>[0];

/**
 * What a decided paper keeps: the decision, or that it was signed in the file, which staff record without an order; the
 * head is told of it.
 * @param href the paper's page
 */
export async function paperDecisionOn(
  scope: Scoped & { today: string },
  paper: Paper,
  input: GivenSignature & { outcome: PaperOutcome; note: string | null },
  href: string,
) {
  const { outcome } = input;
  if (outcome !== "signed_in_file") {
    const decided = await decisionOn(scope, paper, { outcome, note: input.note });
    return { decided, inFile: null };
  }
  if (paper.decision !== "pending") throw new Refusal("CONFLICT");
  const inFile = await recordFileSignature(scope, input, href);
  const at = { decidedById: scope.actor.id, decidedOn: toDateColumn(scope.today) };
  const decided = {
    decision: "approved" as const,
    ...at,
    decisionNote: null,
    signedInFile: inFile,
  };
  return { decided, inFile };
}

/**
 * A signature in the file as staff record it; the head is told, and can object. NOT_ALLOWED to a head, who signs here.
 * @param href the paper's page
 */
export async function recordFileSignature(
  scope: Scoped & { today: string },
  given: GivenSignature,
  href: string,
): Promise<FileSignature> {
  const { actor, today } = scope;
  const head = headRoleOf(actor.role);
  if (!head) throw new Refusal("NOT_ALLOWED");
  const signed = fileSignatureOf(given, today);
  const to = await listOfficerIds(scope, [head], actor.districtCode ?? undefined);
  await notify(scope, { to, kind: "signed_in_file", href });
  return signed;
}

/**
 * The signature that a paper shows: whoever signed in the file; else the actor, as the head or under the order in force.
 * @param given the number of the letter or order, and the classes
 */
export async function signatureOf(
  scope: Scoped & { today: string },
  given: PaperClasses & { number: string | null },
  inFile: FileSignature | null,
): Promise<Signature> {
  const { number, speed, secrecy } = given;
  const named = { number, speed, secrecy };
  if (inFile) {
    const { name, position, capacity, on } = inFile;
    return { ...named, on, by: { name, position: position ?? "" }, capacity };
  }
  const { actor, today } = scope;
  const order = await findDelegation(scope, today);
  const capacity: Capacity = order?.kind ?? "own";
  return { ...named, on: today, by: actor, capacity };
}

/** Who prepared and who decided, as screens say it (`DoneForHead`). */
export const decisionSelect = {
  decision: true,
  preparedOn: true,
  decidedOn: true,
  decisionNote: true,
  preparedById: true,
  preparedBy: { select: { name: true, position: true } },
  decidedBy: { select: { name: true, position: true } },
  delegation: { select: orderColumns },
} as const;

/** The same of a paper, which may have been signed in the file. */
export const paperDecisionSelect = { ...decisionSelect, signedInFile: true } as const;

type Decided = {
  preparedOn: Date;
  decidedOn: Date | null;
  delegation: Parameters<typeof namedOrder>[0];
};

/** The days of a decision as ISO, and the order as `DoneForHead` wants it. */
export function decidedWords({ preparedOn, decidedOn, delegation }: Decided) {
  return {
    preparedOn: fromDateColumn(preparedOn),
    decidedOn: decidedOn && fromDateColumn(decidedOn),
    delegation: namedOrder(delegation),
    /** Whether staff signed it under an order. */
    forHead: delegation !== null,
  };
}

/** Notifies the governor that something waits for a decision: one notification, however many wait. */
export async function askGovernor(scope: Scoped & { today: string }): Promise<void> {
  const to = await listOfficerIds(scope, ["governor"]);
  await notify(scope, { to, kind: "paper_waiting", href: "/province/decisions" });
}
