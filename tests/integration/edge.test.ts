import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

/** What the web server refuses before Next sees it (scripts/edge.mjs). */
let server: Server;
let reached = 0;
beforeAll(async () => {
  await import("../../scripts/edge.mjs");
  server = createServer((_, response) => {
    reached += 1;
    response.end("seen");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
beforeEach(() => {
  reached = 0;
});
afterAll(() => server.close());

/** The status of a request that says it has so many bytes and sends none of them, or sends them without saying how many. */
function ask(path: string, { method = "POST", bytes = 0, chunked = false } = {}) {
  const { port } = server.address() as AddressInfo;
  const headers = chunked ? { "transfer-encoding": "chunked" } : { "content-length": bytes };
  return new Promise<number>((answered, failed) => {
    const asked = request({ port, path, method, headers }, (response) => {
      answered(response.statusCode ?? 0);
      asked.destroy();
    });
    asked.once("error", failed);
    asked.flushHeaders();
  });
}

it.each([
  ["/api/auth/callback/credentials", 16_000, 200],
  ["/api/auth/callback/credentials", 16_001, 413],
  ["/sign-in", 100_000_000, 413],
  ["/api/search", 16_001, 413],
  ["/api/commands", 1_000_000, 200],
  ["/api/commands", 1_000_001, 413],
  ["/api/uploads", 100_000_000, 200],
] as const)(
  "%s takes a body of %i bytes with %i, before it is read",
  async (path, bytes, status) => {
    expect(await ask(path, { bytes })).toBe(status);
    expect(reached).toBe(status === 200 ? 1 : 0);
  },
);

it("wants to know how long a body is, but for an upload, which counts its own", async () => {
  expect(await ask("/api/commands", { chunked: true })).toBe(411);
  expect(reached).toBe(0);
  expect(await ask("/api/uploads", { chunked: true })).toBe(200);
});

it("refuses an address that cannot be decoded, and TRACE", async () => {
  expect(await ask("/holders/%ff", { method: "GET" })).toBe(400);
  expect(await ask("/holders", { method: "TRACE" })).toBe(405);
  expect(await ask("/holders/%E0%B8%81?words=%ff", { method: "GET" })).toBe(200);
});
