import { z } from "zod";
import { execute } from "@/server/command";
import { commandNamed } from "@/server/commands";
import { answer, answering, fromOurPages, readJson, refuse } from "@/server/request";
import { findActor } from "@/server/session";

const envelope = z.strictObject({ name: z.string().max(60), id: z.uuid(), input: z.unknown() });

/** The one door for changes: who, which command, run, answer. */
export const POST = answering(async (request: Request) => {
  if (!fromOurPages(request)) return refuse("NOT_ALLOWED");
  const actor = await findActor();
  if (!actor) return refuse("NOT_SIGNED_IN");
  const sent = envelope.safeParse(await readJson(request));
  const command = sent.success ? commandNamed(sent.data.name) : undefined;
  if (!sent.success || !command) return refuse("INVALID");
  return answer(await execute(command, actor, { id: sent.data.id, input: sent.data.input }));
});
