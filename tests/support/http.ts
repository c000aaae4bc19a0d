import { demoPassword } from "@/domain/demo";

/** An officer's cookies, for plain requests without a browser. */
export type Visitor = { name: string; cookie: string };

export type Asked = {
  method?: string;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
};

/** One request; redirects are not followed. Changes carry our own origin, as our pages send it. */
export async function ask(base: string, visitor: Visitor, path: string, asked: Asked = {}) {
  const { method = "GET", body, headers = {} } = asked;
  return fetch(new URL(path, base), {
    method,
    body: body as BodyInit | undefined,
    redirect: "manual",
    headers: {
      ...(visitor.cookie ? { cookie: visitor.cookie } : {}),
      ...(method === "GET"
        ? {}
        : { origin: new URL(base).origin, "content-type": "application/json" }),
      ...headers,
    },
  });
}

export const nobody: Visitor = { name: "anonymous", cookie: "" };

/** Signs in through next-auth as its own page does. */
export async function signIn(
  base: string,
  login: string,
  password = demoPassword,
): Promise<Visitor> {
  const first = await ask(base, nobody, "/api/auth/csrf");
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await ask(
    base,
    { name: login, cookie: cookiesOf(first) },
    "/api/auth/callback/credentials",
    {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ login, password, csrfToken, json: "true" }).toString(),
    },
  );
  const cookie = cookiesOf(answer);
  if (!cookie.includes("sukjai.session"))
    throw new Error(`${login} cannot sign in: ${answer.status}`);
  return { name: login, cookie };
}

/**
 * What an answer says: status, headers but for its date and nonce, and words, with what was asked for replaced. React numbers
 * and orders the pieces of a page as they come; what they say can be compared.
 */
export async function saidBy(answer: Response, asked: string) {
  const headers = [...answer.headers].filter(
    ([name]) => !/^(date|etag|content-security-policy|link)$/.test(name),
  );
  const nonce = answer.headers.get("content-security-policy")?.match(/'nonce-([^'=]+)/)?.[1] ?? "";
  const words = (await answer.text())
    .replace(new RegExp(`(?<![\\w-])${asked}(?![\\w-])`, "g"), "TARGET")
    .split(/[^\p{L}\p{N}/_-]+/u)
    .filter((word) => word.length > 3 && word !== nonce)
    .sort();
  return { status: answer.status, headers, words };
}

/** What the browser would send back. */
export function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.slice(0, line.indexOf(";")))
    .join("; ");
}
