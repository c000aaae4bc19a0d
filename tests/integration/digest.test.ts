import { createServer, type Server } from "node:net";
import { buildDeskWorld, type DeskWorld, send, setToday } from "@tests/integration/desk-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { setMyEmail } from "@/server/notifications/commands";
import { notify } from "@/server/notifications/notify";
import { scoped } from "@/server/scope";

/** A mail server of the test's own: it keeps what it is given. */
const mails: string[] = [];
let server: Server;
let world: DeskWorld;

function listen(): Promise<number> {
  server = createServer((socket) => {
    let body: string | null = null;
    socket.write("220 sink\r\n");
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      for (const line of chunk.split(/\r\n/)) {
        if (body !== null) {
          if (line === ".") {
            mails.push(body);
            body = null;
            socket.write("250 kept\r\n");
          } else body += `${line}\n`;
        } else if (/^(EHLO|HELO|MAIL|RCPT|RSET)/i.test(line)) socket.write("250 ok\r\n");
        else if (/^DATA/i.test(line)) {
          body = "";
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      }
    });
    socket.on("error", () => {});
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
  );
}

beforeAll(async () => {
  // Before env() is read for the first time in this file.
  process.env.SMTP_URL = `smtp://127.0.0.1:${await listen()}`;
  world = await buildDeskWorld();
  await setToday("2018-02-20");
});
afterAll(() => server.close());

const tell = (href: string, detail: string | null = null) =>
  scoped(world.chief, (scope) =>
    notify(
      { ...scope, today: "2018-02-20" },
      { to: [world.secretary.id, world.desk.id], kind: "inquiry_passed", href, detail },
    ),
  );

it("sends one mail a day to whoever gave an address: a number and a link, and no line twice", async () => {
  const { runDigest } = await import("@/server/jobs/digest");
  await tell("/inquiries", "เลขที่ 12");
  await tell("/corrections");
  expect(await runDigest()).toBe(0);
  expect(await send(setMyEmail, world.secretary, { email: "not an address" })).toMatchObject({
    code: "INVALID",
  });
  await send(setMyEmail, world.secretary, { email: "palad@example.go.th" });
  expect(await runDigest()).toBe(1);
  expect(mails).toHaveLength(1);
  const [mail] = mails as [string];
  expect(mail).toContain("To: palad@example.go.th");
  const text = Buffer.from(mail.split("\n\n")[1] ?? "", "base64").toString() + mail;
  expect(text).toContain("/notifications");
  expect(text).not.toContain("เลขที่ 12");
  expect(await runDigest()).toBe(0);
  await tell("/inquiries?state=late");
  expect(await runDigest()).toBe(1);
  await send(setMyEmail, world.secretary, { email: null });
  await tell("/inquiries?state=open");
  expect(await runDigest()).toBe(0);
});
