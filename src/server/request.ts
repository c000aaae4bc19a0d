import { Readable } from "node:stream";
import type { Refusal, RefusalCode, Result } from "@/domain/result";
import { isStorable } from "@/domain/storable";
import { isBusy } from "./database-errors";
import { env } from "./env";

/** HTTP status of a refusal; out of reach is 404, never 403, so that the answer does not show whether it exists. */
const statusOf: Record<RefusalCode, number> = {
  INVALID: 422,
  NOT_SIGNED_IN: 401,
  NOT_FOUND: 404,
  NOT_ALLOWED: 403,
  CONFLICT: 409,
  SENT_BEFORE: 409,
  ALREADY_RECORDED: 409,
  DESK_NOT_OPEN: 409,
  OUTSIDE_WINDOW: 409,
  NEEDS_OTHER_OFFICER: 409,
  NEEDS_ORDER: 409,
  ACTED_ON: 409,
  OFFICER_ENDED: 409,
  NO_CONSENT: 409,
  NO_PLACE: 409,
  TOO_LARGE: 413,
  JOBS_WAITING: 409,
  BUSY: 503,
};

/** A result as JSON with its status. */
export function answer(result: Result<unknown>): Response {
  const headers = new Headers({ "Cache-Control": "private, no-store" });
  if (!result.ok && result.code === "BUSY") headers.set("Retry-After", "2");
  return Response.json(result, { status: result.ok ? 200 : statusOf[result.code], headers });
}

/** A refusal as JSON with its status. */
export function refuse(code: Refusal["code"]): Response {
  return answer({ ok: false, code });
}

type Sent = {
  type: string;
  /** What the file is called, and in letters that every browser reads. */
  name: string;
  plainName: string;
  /** Its length, where it is known before it is made. */
  bytes?: number;
};

/** A file to be saved, sent while it is read; no cache keeps it. */
export function fileAnswer(content: Readable, { type, name, plainName, bytes }: Sent): Response {
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": type,
      ...(bytes !== undefined && { "Content-Length": String(bytes) }),
      "Content-Disposition": `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** A route's handler that answers 503 if the database is too busy, without any other detail. */
export function answering<Rest extends unknown[]>(
  handle: (request: Request, ...rest: Rest) => Promise<Response>,
) {
  return async (request: Request, ...rest: Rest): Promise<Response> => {
    try {
      return await handle(request, ...rest);
    } catch (error) {
      if (isBusy(error)) return refuse("BUSY");
      throw error;
    }
  };
}

/**
 * Whether a request that changes something comes from our own pages: the same Origin and, if the browser sends it,
 * same-origin. A missing Origin is refused too.
 */
export function fromOurPages(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return (
    request.headers.get("origin") === new URL(env().PUBLIC_URL).origin &&
    (site === null || site === "same-origin")
  );
}

/** The body as JSON, at most `limit` bytes; null if it is no JSON, too large or not storable. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) return null;
  const reader = request.body?.getReader();
  if (!reader) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    const body: unknown = JSON.parse(text);
    return isStorable(body) ? body : null;
  } catch {
    return null;
  }
}
