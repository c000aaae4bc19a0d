import { readFileSync } from "node:fs";
import { buildAnswers } from "@tests/builders/answers";
import { letters, raise } from "@tests/builders/rule-letters";
import { mutantsOf } from "@tests/rules/mutants";
import { insert, officer, officerRow, onDatabase } from "@tests/security/world";
import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, it } from "vitest";
import { listProjects } from "@/app/(staff)/catalogue/filter";
import { ProjectEntry } from "@/app/(staff)/catalogue/project-entry";
import { causes } from "@/domain/assessment";
import { askedQuestions } from "@/domain/assessment/asked";
import { currentGroupOf } from "@/domain/assessment/groups";
import { recommend } from "@/domain/assessment/recommend";
import { usualAssumptions } from "@/domain/outreach-plan";
import { codeGroups } from "@/domain/rules/code-lists";
import { decide } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import { faultWordsBySet } from "@/domain/rules/fault-words";
import { menuFor } from "@/domain/rules/menu";
import { reasonNamed } from "@/domain/rules/reason-words";
import { roundsOf } from "@/domain/rules/rounds";
import { type RuleSet, targetGroups } from "@/domain/rules/rule-set";
import { noTopUpNamed, referenceOn } from "@/domain/rules/rule-words";
import { rulesOn } from "@/domain/rules/sets";
import { termsOf, withTerms } from "@/domain/rules/terms";
import { chosen } from "@/i18n/chosen";
import { questionWords } from "@/i18n/question-words";
import { getLocalCatalogue } from "@/server/catalogue/queries";
import { headersUnder } from "@/server/exports/columns";
import { getFollowUps } from "@/server/follow-ups/queries";
import { reckonOutreachPlan } from "@/server/preparation/queries";
import { type Scoped, scoped } from "@/server/scope";
import { homeVisits } from "@/server/settings/queries";
import { setToday } from "./desk-world";

/**
 * Every kind of value of a rule set is read from the set in force: a version that changes it alone changes what the product
 * decides or shows. A kind that is added to the schema stands here, or the test fails.
 */
const governor = officer("governor", "54");
const chief = officer("district_chief", "5401");

beforeAll(async () => {
  await setToday("2018-03-05");
  await onDatabase(async (client) => {
    for (const actor of [governor, chief]) await insert(client, "officer", officerRow(actor));
  });
});

/** A set that has whatever a set can have. */
const full: RuleSet = withTerms(
  raise,
  {
    ...termsOf(raise),
    retroactive: { yesUntil: "2018-11-10", from: "2018-10" },
    oneOffs: [{ list: "december", name: "เงินช่วยเหลือครั้งเดียว", month: "2018-12", baht: 500 }],
  },
  letters.raise,
  "ข้อ 3",
);

const days = ["01-31", "02-01", "02-28", "03-01", "04-30", "09-30", "10-01", "11-09", "11-10"];
const yeses = [null, ...[...days, "11-11", "12-30", "12-31"].map((day) => `2018-${day}`)];
const limits = [29_999, 30_000, 30_001, 99_999, 100_000, 100_001];
const births = [null, "1957-01-31", "1957-02-01", "1957-02-02", "1958-02-01", "1958-02-02"];

const person: Facts = {
  ...{ incomeSatang: 2_500_000, birthDate: "1970-01-01", intentOn: "2018-02-12" },
  ...{ assessedOn: null, targetGroup: "farmer", aoAgency: "CDD", lists: ["december"] },
};
const people: Facts[] = [
  ...yeses.map((intentOn) => ({ ...person, intentOn })),
  ...yeses.map((assessedOn) => ({ ...person, intentOn: null, assessedOn })),
  ...yeses.map((intentOn) => ({ ...person, intentOn, assessedOn: "2018-02-20" })),
  ...limits.map((baht) => ({ ...person, incomeSatang: baht * 100 })),
  ...limits.map((baht) => ({ ...person, incomeSatang: baht * 100 + 1 })),
  ...births.map((birthDate) => ({ ...person, birthDate, intentOn: null })),
  ...[...targetGroups, null].flatMap((targetGroup) =>
    (["BAAC", "GSB", "LAO", null] as const).map((aoAgency) => ({
      ...person,
      targetGroup,
      aoAgency,
    })),
  ),
];

type Observer = (rules: RuleSet) => unknown;
const decides: Observer = (rules) => people.map((facts) => decide(rules, facts));

const interviews: Observer = (rules) => {
  const context = { today: "2018-12-01", ruleSets: [rules] as const, agency: "CDD" as const };
  const ask = (over: object) => askedQuestions(buildAnswers(over), context, questionWords);
  return [
    Object.keys(rules.projects).map((project) => ask({ projects: [{ project }] })),
    Object.keys(rules.occupations.value).map((occupation) => ask({ occupation })),
    Object.keys(rules.occupations.value).map((occupation) =>
      currentGroupOf(rules, { occupation, occupationStatus: "own_account" }),
    ),
    ask({ skills: Object.keys(rules.skills.value) }),
    [codeGroups(rules, "occupations"), codeGroups(rules, "skills")],
  ];
};

const recommends: Observer = (rules) =>
  targetGroups.flatMap((group) =>
    causes.map((cause) => {
      const menu = menuFor(rules, group, rules.incomeBands[0].id);
      return recommend(rules, menu, buildAnswers({ causes: [cause] }));
    }),
  );

let local: Awaited<ReturnType<typeof getLocalCatalogue>>;
const catalogue: Observer = (rules) => {
  const entries = listProjects(rules, {}).map((project) =>
    createElement(ProjectEntry, { key: project.code, project, local, mayDescribe: false }),
  );
  // A code that no screen has is not asked for its words.
  const given = { ...chosen, onError: () => undefined, children: entries };
  return renderToStaticMarkup(createElement(() => NextIntlClientProvider(given)));
};

const words: Observer = (rules) => [
  headersUnder(rules, { age: 1, incomeBand: 1, occupationCode: 1, skillCodes: 1 }),
  faultWordsBySet([rules]),
  Object.keys(rules.words.noTopUp).map((reason) => noTopUpNamed(rules, reason)),
  Object.keys(rules.reasons).map((reason) => reasonNamed(rules, reason)),
  ["2018-02-08", "2018-02-09", "2018-03-01", "2018-03-02"].flatMap((day) =>
    ["54", "55"].map((province) => referenceOn(rules, day, province)),
  ),
  roundsOf(rules),
];

/** Places that only render what a set calls something: the source that does. */
const readIn: Readonly<Record<string, [source: string, reads: string]>> = {
  "words.rules": ["src/app/(staff)/holders/[holderId]/top-up-card.tsx", "words.rules"],
  "words.mustReach": ["src/app/areas/coverage-card.tsx", "words.mustReach"],
  "words.walkIn.month": ["src/app/(staff)/desk/papers/page.tsx", "words.walkIn.month"],
  "projectsAnnounced.value": ["src/app/(staff)/catalogue/page.tsx", "projectsAnnounced.value"],
  "categories.*": ["src/app/(staff)/catalogue/page.tsx", "categories={rules.categories}"],
};

/** How sure a reading is, and what it might be else: said where versions stand side by side, and nowhere else. */
const besideOnly = [
  "menus.*.*.confidence",
  "menus.*.*.alternative",
  "projects.*.alternativeDimension",
  "words.yesCountsFrom.short",
  "source",
];
const isBesideOnly = (kind: string) =>
  besideOnly.includes(kind) || /\.(since|source)$/.test(kind) || kind.endsWith(".printed");

const entries =
  /^(projects|reasons|causes|menus|menuReasons|words\.(?:bands|ages|rounds|noTopUp))\.[^.]+/;
const kindOf = (path: string) =>
  path
    .replaceAll(/\.\d+(?=\.|$)/g, ".*")
    .replace(entries, "$1.*")
    .replace(/^(occupations|skills)\.value\.[^.]+/, "$1.value.*")
    .replace(/^(.*?source)\b.*/, "$1");

/** By kind of value, sets in which one such value alone is another; a value that is no value of its field is not tried. */
function changesByKind(): Map<string, { name: string; make: () => RuleSet }[]> {
  const kinds = new Map<string, { name: string; make: () => RuleSet }[]>();
  for (const mutant of mutantsOf(full)) {
    if (/: left out$|: exchanged/.test(mutant.name)) continue;
    const kind = kindOf(mutant.name.slice(0, mutant.name.indexOf(": ")));
    kinds.set(kind, [...(kinds.get(kind) ?? []), mutant]);
  }
  const trigger = { ...full.topUp.trigger, value: "intent" as const };
  kinds.set("topUp.trigger.value", [
    { name: "trigger", make: () => ({ ...full, topUp: { ...full.topUp, trigger } }) },
  ]);
  return kinds;
}

const onServer = (actor: typeof governor, rules: RuleSet, ask: (scope: Scoped) => unknown) =>
  scoped(actor, async (scope) => ask({ ...scope, ruleSets: [rules] }));

/** What screens of a governor and a district say that depends on windows, rounds and holidays. */
async function onScreens(rules: RuleSet) {
  const today = "2018-03-05";
  return [
    await onServer(governor, rules, (scope) => homeVisits(scope, today)),
    await onServer(governor, rules, (scope) => getFollowUps(scope, null)),
    await onServer(chief, rules, async (scope) => {
      const plans = ["2018-02-20", today].map((day) =>
        reckonOutreachPlan(scope, usualAssumptions, day),
      );
      return (await Promise.all(plans)).map(({ result }) => result);
    }),
  ];
}

const observers = [decides, words, interviews, recommends, catalogue];
const said = (value: unknown) => JSON.stringify(value);
/** A set in which something can no longer be decided says so too. */
const tried = (observe: Observer, rules: RuleSet) => {
  try {
    return said(observe(rules));
  } catch (error) {
    return String(error);
  }
};

it("every value of a version is read: whatever it changes alone changes what is decided or shown", async () => {
  local = await scoped(governor, getLocalCatalogue);
  const before = observers.map((observe) => tried(observe, full));
  const screens = said(await onScreens(full));
  const isSeen = async (changes: readonly { make: () => RuleSet }[]) => {
    const some = changes.slice(0, 12).map(({ make }) => make());
    for (const [at, observe] of observers.entries())
      if (some.some((rules) => tried(observe, rules) !== before[at])) return true;
    for (const rules of some.slice(0, 3)) if (said(await onScreens(rules)) !== screens) return true;
    return false;
  };
  const kinds = changesByKind();
  expect(kinds.size).toBeGreaterThan(130);
  const unread: string[] = [];
  for (const [kind, changes] of kinds) {
    if (isBesideOnly(kind)) continue;
    const [source, reads] = readIn[kind] ?? [];
    const seen =
      source && reads ? readFileSync(source, "utf8").includes(reads) : await isSeen(changes);
    if (!seen) unread.push(kind);
  }
  expect(unread).toEqual([]);
}, 600_000);

it("the day from which a set holds is the only thing that puts it in force", () => {
  const later = { ...full, version: "2018-09-20", inForceFrom: "2018-10-02" };
  const sets = [{ ...full, inForceFrom: "2018-02-01" }, later] as const;
  expect(rulesOn(sets, "2018-10-01")).toBe(sets[0]);
  expect(rulesOn(sets, "2018-10-02")).toBe(later);
});
