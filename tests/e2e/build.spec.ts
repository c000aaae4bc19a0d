import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

/** The browser tests always run on a build, so here no check is skipped because a build is missing. */
test("what is built holds no Server Action", () => {
  for (const folder of [".next", ".next/standalone/.next"]) {
    const manifest = JSON.parse(
      readFileSync(`${folder}/server/server-reference-manifest.json`, "utf8"),
    );
    expect([...Object.keys(manifest.node), ...Object.keys(manifest.edge)]).toEqual([]);
  }
});
