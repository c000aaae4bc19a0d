/**
 * Loaded into the web server before Next: refuses what Next would read whole or answers with 500: a body that is larger than
 * its address takes, of unknown length or too slow, an address that cannot be decoded (`/holders/%ff`), and TRACE. A page that
 * failed because the database was too busy is 503, which a page cannot say itself. It has no part in who may see what.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { Server } from "node:http";

/** Bytes of a body, by the beginning of the address. An upload counts its own; a form of any other page is short. */
const LARGEST = [
  ["/api/uploads", Number.POSITIVE_INFINITY],
  ["/api/commands", 1_000_000],
  ["", 16_000],
];
/** A body that is not an upload is there after this time, or it does not come any more. */
const SLOWEST_MS = 20_000;
/** After so many seconds it is worth while to ask a database again that was too busy. */
const AGAIN_S = "5";

/** What `sayingBusy` in src/server/database-errors.ts notes of the request that is being answered. */
globalThis.sukjaiAnswering = new AsyncLocalStorage();

const { abort } = AbortController.prototype;

/**
 * React ends each page by aborting with an error. Until its stack is read, V8 keeps with it what ran at that moment: a timer
 * of Node, which knows its neighbours, which know their requests: one page that something remembers (a connection does) would
 * keep all that come after it.
 */
AbortController.prototype.abort = function (reason) {
  if (reason instanceof Error) reason.stack = String(reason);
  return abort.call(this, reason);
};

const emit = Server.prototype.emit;

Server.prototype.emit = function (event, request, response, ...rest) {
  if (event !== "request") return emit.call(this, event, request, response, ...rest);
  const status = refusalOf(request);
  if (status) return refuse(response, status);
  if (Number.isFinite(largestAt(request.url))) endSlowBody(request, response);
  const answering = { busy: false };
  sayBusy(response, answering);
  return globalThis.sukjaiAnswering.run(answering, () =>
    emit.call(this, event, request, response, ...rest),
  );
};

function sayBusy(response, answering) {
  const { writeHead } = response;
  response.writeHead = function (status, ...given) {
    if (status !== 500 || !answering.busy) return writeHead.call(this, status, ...given);
    this.setHeader("Retry-After", AGAIN_S);
    return writeHead.call(this, 503, ...given);
  };
}

const largestAt = (url) => LARGEST.find(([start]) => url.startsWith(start))[1];

/** The connection ends with the answer: what is left of the body is not read. */
function refuse(response, status) {
  response.writeHead(status, {
    "Cache-Control": "no-store",
    "Content-Length": 0,
    Connection: "close",
  });
  response.end();
  return true;
}

function refusalOf({ method, url, headers }) {
  if (method === "TRACE") return 405;
  try {
    decodeURIComponent(url.split("?", 1)[0]);
  } catch {
    return 400;
  }
  const largest = largestAt(url);
  if (headers["transfer-encoding"] && Number.isFinite(largest)) return 411;
  return Number(headers["content-length"] ?? 0) > largest ? 413 : undefined;
}

function endSlowBody(request, response) {
  if (!Number(request.headers["content-length"] ?? 0)) return;
  const late = setTimeout(() => {
    if (request.complete) return;
    if (!response.headersSent) refuse(response, 408);
    request.destroy();
  }, SLOWEST_MS);
  request.once("close", () => clearTimeout(late));
}
