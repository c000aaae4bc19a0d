import { startTemplate } from "./template.mjs";

let stop;

/** One server for the whole run; tests/support/database.ts copies its database for each test file. */
export async function setup(project) {
  // scripts/mutants.mjs keeps one server for many runs.
  if (process.env.SUKJAI_TEMPLATE) {
    project.provide("template", JSON.parse(process.env.SUKJAI_TEMPLATE));
    return;
  }
  const template = await startTemplate();
  stop = template.stop;
  project.provide("template", template.environment);
}

export async function teardown() {
  await stop?.();
}
