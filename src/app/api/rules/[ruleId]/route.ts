import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { answering, refuse } from "@/server/request";
import { ruleFileOf } from "@/server/rules/queries";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

/** A version as a file: the whole set with its cases, for whoever may read it. */
export const GET = answering(
  async (_request: Request, { params }: RouteContext<"/api/rules/[ruleId]">) => {
    const actor = await findActor();
    if (!actor) return refuse("NOT_SIGNED_IN");
    const id = z.uuid().safeParse((await params).ruleId);
    if (!id.success || !mayEver(actor, "catalogue.view")) return refuse("NOT_FOUND");
    const found = await scoped(actor, (scope) => ruleFileOf(scope, id.data));
    if (!found) return refuse("NOT_FOUND");
    return new Response(`${JSON.stringify(found.file, null, 2)}\n`, {
      headers: {
        "Content-Type": "application/json",
        "Content-Disposition": `attachment; filename="rules-${found.version}.json"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
);
