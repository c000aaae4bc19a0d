import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { searchHolders } from "@/server/holders/search";
import { answer, answering, fromOurPages, readJson, refuse } from "@/server/request";
import { scoped } from "@/server/scope";
import { findActor } from "@/server/session";

const question = z.strictObject({
  words: z.string().max(200),
  village: z
    .strictObject({
      subdistrictCode: z.string().regex(/^\d{6}$/),
      moo: z.int().min(1).max(99),
      houseNo: z.string().max(20).optional(),
    })
    .optional(),
  registering: z.boolean().optional(),
});

/** Finds holders. A POST, so that no name and no ID is ever in an address or a log. */
export const POST = answering(async (request: Request) => {
  if (!fromOurPages(request)) return refuse("NOT_ALLOWED");
  const actor = await findActor();
  if (!actor) return refuse("NOT_SIGNED_IN");
  if (!mayEver(actor, "holder.search")) return refuse("NOT_ALLOWED");
  const asked = question.safeParse(await readJson(request, 2000));
  if (!asked.success) return refuse("INVALID");
  const { words, village, registering } = asked.data;
  return answer({
    ok: true,
    value: await scoped(actor, (scope) => searchHolders(scope, words, village, registering)),
  });
});
