/**
 * Loaded into the web server before Next: refuses requests that Next itself answers with 500, an address that cannot be
 * decoded (`/holders/%ff`) and TRACE. It has no part in who may see what.
 */
import { Server } from "node:http";

const emit = Server.prototype.emit;

Server.prototype.emit = function (event, request, response, ...rest) {
  const status = event === "request" ? refusalOf(request) : undefined;
  if (!status) return emit.call(this, event, request, response, ...rest);
  response.writeHead(status, { "Cache-Control": "no-store", "Content-Length": 0 });
  response.end();
  return true;
};

function refusalOf({ method, url }) {
  if (method === "TRACE") return 405;
  try {
    decodeURIComponent(url.split("?", 1)[0]);
    return undefined;
  } catch {
    return 400;
  }
}
