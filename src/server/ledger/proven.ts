import type { IsoDate } from "@/domain/calendar";
import { fromDateColumn } from "@/server/clock";
import type { Scoped } from "@/server/scope";

/** What the newest proofs said (docs/decisions/0041): how many people differ, and on which day. */
export type Proven = { on: IsoDate; differing: number };

/** Of the actor's province; of the administrator all provinces together, by the oldest day. Null: nothing was proven yet, or not theirs to know. */
export async function newestProof({ tx, actor }: Scoped): Promise<Proven | null> {
  const { role } = actor;
  if (role !== "governor" && role !== "provincial_officer" && role !== "administrator") return null;
  const proofs = await tx.ledgerProof.findMany({
    distinct: ["provinceCode"],
    orderBy: [{ provinceCode: "asc" }, { provenAt: "desc" }],
    select: { provenOn: true, differing: true },
  });
  const [on] = proofs.map(({ provenOn }) => fromDateColumn(provenOn)).sort();
  return on ? { on, differing: proofs.reduce((sum, each) => sum + each.differing, 0) } : null;
}
