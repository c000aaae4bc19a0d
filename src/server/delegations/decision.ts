import type { DelegationKind } from "@/domain/delegation";
import type { DecisionOutcome } from "@/domain/decision";
import { invalid, Refusal } from "@/domain/result";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { listOfficerIds, notify } from "@/server/notifications/notify";
import type { Scoped } from "@/server/scope";
import { requireHead } from "./queries";

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

/** Who prepared and who decided, as screens say it (`DoneForHead`). */
export const decisionSelect = {
  decision: true,
  preparedOn: true,
  decidedOn: true,
  decisionNote: true,
  preparedById: true,
  preparedBy: { select: { name: true, position: true } },
  decidedBy: { select: { name: true, position: true } },
  delegation: { select: { kind: true, orderNumber: true, orderedOn: true } },
} as const;

type Decided = {
  preparedOn: Date;
  decidedOn: Date | null;
  delegation: { kind: DelegationKind; orderNumber: string; orderedOn: Date } | null;
};

/** The order of what was done for a head, as its sentence names it; null where the heads did it themselves. */
export function orderNamed(delegation: { kind: DelegationKind; orderNumber: string } | null) {
  return delegation && { kind: delegation.kind, order: delegation.orderNumber };
}

/** The days of a decision as ISO, and the order as `DoneForHead` wants it. */
export function decidedWords({ preparedOn, decidedOn, delegation }: Decided) {
  return {
    preparedOn: fromDateColumn(preparedOn),
    decidedOn: decidedOn && fromDateColumn(decidedOn),
    delegation: delegation && {
      kind: delegation.kind,
      number: delegation.orderNumber,
      on: fromDateColumn(delegation.orderedOn),
    },
  };
}

/** Notifies the governor that something waits for a decision: one notification, however many wait. */
export async function askGovernor(scope: Scoped & { today: string }): Promise<void> {
  const to = await listOfficerIds(scope, ["governor"]);
  await notify(scope, { to, kind: "paper_waiting", href: "/province/decisions" });
}
