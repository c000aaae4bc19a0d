import { z } from "zod";
import { formatNationalId } from "@/domain/national-id";
import { mayEver } from "@/domain/policy";
import { revealNationalId } from "@/server/holders/queries";
import { answer, answering, refuse } from "@/server/request";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

/** The full ID, for the officer who asks to see it; every look is in the audit. */
export const GET = answering(
  async (_request: Request, { params }: { params: Promise<{ holderId: string }> }) => {
    const actor = await findActor();
    if (!actor) return refuse("NOT_SIGNED_IN");
    const holderId = z.uuid().safeParse((await params).holderId);
    if (!holderId.success || !mayEver(actor, "holder.reveal")) return refuse("NOT_FOUND");
    const digits = await scoped(actor, (scope) => revealNationalId(scope, holderId.data));
    return digits ? answer({ ok: true, value: formatNationalId(digits) }) : refuse("NOT_FOUND");
  },
);
