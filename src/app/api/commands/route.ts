import { z } from "zod";
import { answerLinkHeader } from "@/domain/answer-link";
import { execute, largestBody } from "@/server/command";
import { commandNamed } from "@/server/commands";
import { answer, answering, fromOurPages, readJson, refuse } from "@/server/request";
import { findActor, findBearer } from "@/server/session";

const envelope = z.strictObject({ name: z.string().max(60), id: z.uuid(), input: z.unknown() });

/** The one entry for changes: find the actor and the command, run it, answer. */
export const POST = answering(async (request: Request) => {
  if (!fromOurPages(request)) return refuse("NOT_ALLOWED");
  // A request with a one-time link says so; the answer never says what is wrong with the link.
  const token = request.headers.get(answerLinkHeader);
  const actor = token === null ? await findActor() : await findBearer(token);
  if (!actor) return refuse(token === null ? "NOT_SIGNED_IN" : "NOT_FOUND");
  const sent = envelope.safeParse(await readJson(request, largestBody.people));
  const command = sent.success ? commandNamed(sent.data.name) : undefined;
  if (!sent.success || !command) return refuse("INVALID");
  const most = command.ofMany ? largestBody.people : largestBody.usual;
  if (Number(request.headers.get("content-length")) > most) return refuse("TOO_LARGE");
  return answer(await execute(command, actor, { id: sent.data.id, input: sent.data.input }));
});
