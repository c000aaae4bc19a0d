import { expect, test } from "@playwright/test";
import { ask, signIn, type Visitor } from "@tests/support/http";
import { lines, people } from "./matrix-table";

/**
 * Whoever may open a page finds it: within two clicks of the home page or the menu of all pages. And no link on the way
 * leads nowhere.
 */
const logins = {
  governor: "governor",
  provincial_officer: "treasury",
  district_chief: "chief.mueang",
  district_secretary: "secretary.mueang",
  receiving_officer: "desk1.mueang",
  account_officer: "baac.mueang",
  agency_officer: "agency.baac",
  administrator: "admin",
  national_reader: "nation",
};

/**
 * Shown only when there is something in it: the scans of an issued paper, slips to be cut, a desk that is open today, people
 * picked in a list, a month without its report; a plan that lacks officers, a village with nobody planned yet or with
 * appointments.
 */
const whenThereIs = [
  "/papers/files",
  "/calendar/village",
  "/district/plan/request",
  "/print/appointments",
  "/reports/new",
  "/district/officers/slips",
  "/desk/today",
  "/desk/places/notice",
  "/transfers/new",
];

const routes = lines.flatMap(([route = "", method]) => (method === "GET" ? [route] : []));
const patternOf = (path: string) =>
  routes.find((route) => route === path) ??
  routes.find((route) => new RegExp(`^${route.replace(/\[[^/]+\]/g, "[^/]+")}$`).test(path)) ??
  path;

/** The addresses that a page links to, without their questions. */
async function linksOf(base: string, visitor: Visitor, path: string) {
  const answer = await ask(base, visitor, path);
  const page = await answer.text();
  const links = [...page.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  return { status: answer.status, links };
}

for (const [role, login] of Object.entries(logins))
  test(`${login}: every page is within two clicks, and no link leads nowhere`, async ({
    baseURL,
  }) => {
    test.slow();
    const base = baseURL as string;
    const visitor = await signIn(base, login);
    /** One address of each route is opened: what is behind the second is the same page. */
    const opened = new Map<string, number>();
    const found = new Set<string>();
    const walk = async (paths: readonly string[]) => {
      const next: string[] = [];
      for (const path of paths) {
        const route = patternOf(path.split("?")[0] ?? "");
        found.add(route);
        if (opened.has(route) || route.startsWith("/api")) continue;
        const { status, links } = await linksOf(base, visitor, path);
        opened.set(route, status);
        next.push(...links);
      }
      return next;
    };
    const first = await walk(["/", "/menu"]);
    const second = await walk(first);
    await walk(second);
    expect([...opened].filter(([, status]) => status >= 400)).toEqual([]);

    const column = people.indexOf(role);
    const mayOpen = lines.flatMap(([route = "", method, ...cells]) =>
      method === "GET" && !/[[]|^\/api/.test(route) && cells[column] === "200" ? [route] : [],
    );
    const lost = mayOpen.filter((route) => !found.has(route) && !whenThereIs.includes(route));
    expect(lost).toEqual([]);
  });
