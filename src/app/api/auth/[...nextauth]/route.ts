import NextAuth from "next-auth";
import { refuse } from "@/server/request";
import { authOptions } from "@/server/session";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, context: Context) {
  if (!(await isReadable(request.clone()))) return refuse("INVALID");
  return NextAuth(authOptions())(request, context);
}

/** next-auth fails with its own error on a body that is declared as JSON and is not. */
async function isReadable(request: Request): Promise<boolean> {
  if (!request.headers.get("content-type")?.includes("application/json")) return true;
  try {
    const body: unknown = request.method === "POST" ? await request.json() : {};
    return typeof body === "object" && body !== null;
  } catch {
    return false;
  }
}

export { handler as GET, handler as POST };
