import { Agent, request } from "node:http";
import type { Visitor } from "@tests/support/http";

/** Connections are kept, as a browser does; `fetch` would cost as much CPU as some of the pages. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One page without compression, read to its end. */
export function getPage(base: string, visitor: Visitor, path: string) {
  return new Promise<{ status: number; bytes: number }>((done, reject) => {
    const asked = request(
      new URL(path, base),
      { agent, headers: { cookie: visitor.cookie } },
      (answer) => {
        let bytes = 0;
        answer.on("data", (piece: Buffer) => {
          bytes += piece.length;
        });
        answer.once("end", () => done({ status: answer.statusCode ?? 0, bytes }));
        answer.once("error", reject);
      },
    );
    asked.once("error", reject);
    asked.end();
  });
}
