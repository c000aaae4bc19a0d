import { isDemo } from "@/server/clock";

/** Answers 200 when the server reaches its database, 503 otherwise. Says nothing else. */
export async function GET() {
  try {
    await isDemo();
    return new Response("ok\n", { headers: { "Cache-Control": "no-store" } });
  } catch {
    return new Response("no database\n", {
      status: 503,
      headers: { "Retry-After": "5", "Cache-Control": "no-store" },
    });
  }
}
