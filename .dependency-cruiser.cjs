/**
 * One direction: app, cli -> server -> domain; ui, i18n and offline are leaves. Every rule has a planted violation in
 * tests/integration/import-rules.test.ts.
 */
const TYPES = ["type-only"];
const notTypes = { dependencyTypesNot: TYPES };

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "domain-imports-only-zod",
      severity: "error",
      comment: "What the programme says is plain functions: no framework, no database, no clock.",
      from: { path: "^src/domain/", pathNot: "\\.test\\.tsx?$" },
      to: { pathNot: ["^src/domain/", "^node_modules/zod/"] },
    },
    {
      name: "server-not-to-outer",
      severity: "error",
      comment: "The server knows neither screens nor the command line.",
      from: { path: "^src/server/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^src/(app|cli|ui|offline)/" },
    },
    {
      name: "proof-shares-nothing",
      severity: "error",
      comment:
        "A second implementation proves the first only while neither knows the other: of the rules the proof reads values alone.",
      from: { path: "^src/server/proof/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^src/(domain|server)/",
        pathNot:
          "^src/(server/proof/|server/imports/job-connection|server/rules/load|domain/rules/(sets|rule-set)\\.ts$|domain/calendar)",
      },
    },
    {
      name: "only-routes-reach-the-server",
      severity: "error",
      comment:
        "Pages fetch, components render: only page, layout and route files import from the server.",
      from: { path: "^src/app/", pathNot: "(^|/)(page|layout|route)\\.tsx?$|\\.test\\.tsx?$" },
      to: { path: "^src/server/", ...notTypes },
    },
    {
      name: "addresses-share-through-parts",
      severity: "error",
      comment:
        "A folder per address: what two of them show stands in a folder of its own (parts, forms, intent, tasks …).",
      from: { path: "^src/app/\\(staff\\)/([^/]+)/" },
      to: { path: "^src/app/\\(staff\\)/[^/]+/", pathNot: "^src/app/\\(staff\\)/$1/" },
    },
    {
      name: "parts-know-no-address",
      severity: "error",
      from: { path: "^src/app/[^/()]+/" },
      to: { path: "^src/app/\\(staff\\)/" },
    },
    {
      name: "app-not-to-cli",
      severity: "error",
      from: { path: "^src/app/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "cli-not-to-app",
      severity: "error",
      from: { path: "^src/cli/" },
      to: { path: "^src/(app|ui|offline)/" },
    },
    {
      name: "ui-imports-nothing-of-ours",
      severity: "error",
      comment:
        "The kit knows no domain word; its own words come from its own namespace by next-intl.",
      from: { path: "^src/ui/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(src|tests)/", pathNot: "^src/ui/" },
    },
    {
      name: "links-are-the-browsers-own",
      severity: "error",
      comment:
        "A link of the framework is a component of the browser each; @/ui/link is none, and SoftLinks follows it within the page.",
      from: { path: "^src/" },
      to: { path: "node_modules/next/link" },
    },
    {
      name: "i18n-reads-only-domain-types",
      severity: "error",
      from: { path: "^src/i18n/" },
      to: { path: "^src/(app|cli|server|ui|offline)/" },
    },
    {
      name: "i18n-takes-types-of-domain",
      severity: "error",
      from: { path: "^src/i18n/" },
      to: { path: "^src/domain/", ...notTypes },
    },
    {
      name: "one-door-to-the-messages",
      severity: "error",
      comment:
        "Screens ask next-intl, server and command line ask i18n/words: another language is added in i18n alone.",
      from: { pathNot: "^src/i18n/" },
      to: { path: "^src/i18n/th(/|\\.ts$)" },
    },
    {
      name: "offline-reads-only-domain",
      severity: "error",
      from: { path: "^src/offline/" },
      to: { path: "^src/(app|cli|server|ui|i18n)/" },
    },
    {
      name: "commands-do-not-call-commands",
      severity: "error",
      comment: "What two nouns share is a domain function, or a job.",
      from: { path: "^src/server/([^/]+)/commands\\.ts$" },
      to: { path: "^src/server/[^/]+/commands\\.ts$" },
    },
    {
      name: "queries-change-nothing",
      severity: "error",
      from: { path: "^src/server/[^/]+/queries\\.ts$" },
      to: { path: "^src/server/([^/]+/commands|command)\\.ts$", ...notTypes },
    },
    {
      name: "the-connection-has-few-keepers",
      severity: "error",
      comment:
        "Everybody else is handed a transaction that has entered its actor's role. Areas are open to all, finding an officer by login comes before any role, and the demo is loaded by the machine's owner.",
      from: {
        path: "^src/",
        pathNot:
          "^src/server/(db|scope|command|session|clock)\\.ts$|^src/server/(areas|officers)/queries\\.ts$|^src/server/jobs/|^src/cli/(demo/|load-demo)|\\.test\\.tsx?$",
      },
      to: { path: "^src/server/db\\.ts$", ...notTypes },
    },
    {
      name: "proxy-imports-nothing-of-ours",
      severity: "error",
      comment: "It sets headers and is never a wall: the matrix stays green without it.",
      from: { path: "^src/proxy\\.ts$" },
      to: { path: "^(src|tests)/" },
    },
    {
      name: "product-not-to-tests",
      severity: "error",
      comment:
        "The demo is made by the builders that the tests use; nothing else of the tests is in the product.",
      from: { path: "^src/", pathNot: "\\.test\\.tsx?$|^src/cli/(demo/|load-demo)" },
      to: { path: "^tests/" },
    },
    {
      name: "years-stay-in-the-rules",
      severity: "error",
      comment:
        "Nobody outside the rules names a year: they ask rulesOn(sets, day), or the list of sets where a test needs one.",
      from: { path: "^(src|tests|scripts)/", pathNot: "^src/domain/rules/" },
      to: { path: "^src/domain/rules/[^/]+-\\d{4}\\.ts$" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: TYPES } },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^server-only$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/server/generated/|^\\.next/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".cjs", ".json", ".css"],
    },
  },
};
