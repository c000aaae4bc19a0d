import { spawnSync } from "node:child_process";
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

/** Pages as React ends them: each in a timer of its own, with an error that nobody reads. Prints how many are still known. */
const pages = `
  import { AsyncLocalStorage } from "node:async_hooks";
  const page = new AsyncLocalStorage();
  const known = [];
  const remembered = [];
  const answer = (first) => {
    const own = { controller: new AbortController(), sent: Buffer.alloc(100_000) };
    known.push(new WeakRef(own));
    page.run(own, () => setImmediate(function end() {
      own.controller.abort(new Error("This render is complete."));
    }));
    if (first) page.run(own, () => remembered.push(setTimeout(() => {}, 0)));
  };
  for (let turn = 0; turn < 20; turn += 1) {
    for (let beside = 0; beside < 3; beside += 1) answer(turn === 0 && beside === 0);
    await new Promise((done) => setTimeout(done, 2));
  }
  gc();
  console.log(known.filter((one) => one.deref()).length);
`;

it("does not keep the pages that came after one that a connection remembers", () => {
  const edge = new URL("../../scripts/edge.mjs", import.meta.url).href;
  const answer = spawnSync(
    process.execPath,
    ["--expose-gc", "--import", edge, "--input-type=module", "--eval", pages],
    { encoding: "utf8" },
  );
  expect(answer.stderr).toBe("");
  expect(Number(answer.stdout)).toBe(1);
});
