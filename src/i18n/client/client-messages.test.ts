import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, type Metafile } from "esbuild";
import { beforeAll, expect, it } from "vitest";

/**
 * A client component says only what its page or a layout above gave to the browser. Read off the imports: every module that
 * runs in the browser, the namespaces it asks for, and the providers of this folder on the way to it.
 */
const entries = readdirSync("src/app", { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)(page|layout|error|not-found)\.tsx$/.test(path))
  .map((path) => join("src/app", path));
const sources = new Map<string, string>();
const sourceOf = (path: string) => {
  const source = sources.get(path) ?? readFileSync(path, "utf8");
  sources.set(path, source);
  return source;
};
const asked = (path: string) =>
  [...sourceOf(path).matchAll(/useTranslations\((?:"([^".]+)[^"]*")?\)/g)].map(
    ([, namespace]) => namespace ?? "all",
  );
const given = (path: string) =>
  [...sourceOf(path).matchAll(/const messages = \{([^}]+)\}/g)].flatMap(([, names = ""]) =>
    names.split(",").flatMap((name) => name.trim() || []),
  );
const isProvider = (path: string) => /^src\/i18n\/client\/[^.]+\.tsx$/.test(path);
const isClient = (path: string) => /^\s*["']use client["']/.test(sourceOf(path));

let inputs: Metafile["inputs"];
beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: entries,
    bundle: true,
    write: false,
    outdir: "nowhere",
    metafile: true,
    packages: "external",
    external: ["*.css"],
    platform: "node",
    format: "esm",
    jsx: "automatic",
    logLevel: "error",
  });
  inputs = metafile.inputs;
}, 60_000);

/** What the browser is asked to say on this page or in this layout. */
function neededBy(entry: string): Set<string> {
  const seen = new Set<string>();
  const needed = new Set<string>();
  const visit = (path: string, above: boolean) => {
    const client = above || isClient(path);
    if (seen.has(`${path} ${client}`)) return;
    seen.add(`${path} ${client}`);
    if (client) for (const namespace of asked(path)) needed.add(namespace);
    for (const { path: next, external } of inputs[path]?.imports ?? [])
      if (!external && inputs[next]) visit(next, client);
  };
  visit(entry, false);
  return needed;
}

/** What the providers that this page or layout names give. */
const givenBy = (entry: string) =>
  (inputs[entry]?.imports ?? []).flatMap(({ path }) => (isProvider(path) ? given(path) : []));

/** The layouts around a page, from the root on. */
function layoutsOf(entry: string): string[] {
  const folder = dirname(entry);
  const above = folder === "src/app" ? [] : layoutsOf(folder);
  const own = join(folder, "layout.tsx");
  return entries.includes(own) ? [...above, own] : above;
}

const around = (entry: string) =>
  [...new Set([...layoutsOf(entry), entry])].flatMap((each) => givenBy(each));

it("whatever a client component says was given to the browser", () => {
  const missing = entries.flatMap((entry) => {
    const has = new Set(around(entry));
    const lacks = [...neededBy(entry)].filter((namespace) => !has.has(namespace));
    return lacks.length > 0 ? [`${entry}: ${lacks.join(" ")}`] : [];
  });
  expect(missing).toEqual([]);
});

it("nothing is given where nothing asks for it", () => {
  const base = new Set(givenBy("src/app/layout.tsx"));
  const useless = entries.flatMap((entry) => {
    const below = entry.endsWith("layout.tsx")
      ? entries.filter((each) => layoutsOf(each).includes(entry))
      : [entry];
    const needed = new Set(below.flatMap((each) => [...neededBy(each)]));
    const unused = givenBy(entry).filter((name) => !base.has(name) && !needed.has(name));
    return unused.length > 0 ? [`${entry}: ${unused.join(" ")}`] : [];
  });
  expect(useless).toEqual([]);
});

it("sees what a page asks for: the desk its own words and those of every form", () => {
  const needed = [...neededBy("src/app/(staff)/desk/page.tsx")];
  expect(needed).toEqual(expect.arrayContaining(["desk", "kit", "refusal", "sending", "words"]));
  expect(needed).not.toContain("imports");
});
