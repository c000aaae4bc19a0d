import { z } from "zod";
import { beyond } from "@/domain/fault";
import { requiredDay, requiredNumberOfPaper, requiredText } from "@/domain/fields";
import { invalid, Refusal } from "@/domain/result";
import { withCodeLists, withProject } from "@/domain/rules/catalogue-change";
import {
  amountsInput,
  caseInput,
  caseOf,
  codesInput,
  newProjectInput,
  onceInput,
  outreachInput,
  projectBandsInput,
  readOccupations,
  readSkills,
  termsOfAmounts,
  termsOfWindows,
  windowsInput,
} from "@/domain/rules/changes";
import { factsReader } from "@/domain/rules/facts";
import { setFromLetter } from "@/domain/rules/from-letter";
import { hindrancesOf } from "@/domain/rules/readiness";
import { type RuleFault, readRuleFile } from "@/domain/rules/rule-file";
import { rulesOn } from "@/domain/rules/sets";
import { newList, type Terms, termsOf, withTerms } from "@/domain/rules/terms";
import { fromDateColumn, toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { provinceCodeOf } from "@/server/own-district";
import { readFileFor } from "@/server/papers/files";
import { readUpload } from "@/server/uploads/uploads";
import {
  draftSubject,
  openDraft,
  type RuleDraft,
  replaceDraft,
  rulesOfInstallation,
} from "./drafts";

/** Keeps the scan of a letter of the Ministry, from which a set will be recorded. */
export const keepRuleLetter = defineCommand({
  name: "keepRuleLetter",
  action: "rules.record",
  input: z.strictObject({ uploadId: z.uuid() }),
  subject: rulesOfInstallation,
  async run({ tx, actor, id, input, subject, today }) {
    const file = await readFileFor(actor.id, input.uploadId, "signed_scan");
    await tx.paperFile.createMany({
      data: [
        {
          ...{ id, provinceCode: provinceCodeOf(subject), districtCode: null },
          ...{ purpose: "signed_scan", kind: "rule_letter", about: id, ...file },
          ...{ recordedById: actor.id, recordedOn: toDateColumn(today) },
        },
      ],
    });
    return { fileId: id };
  },
});

/** Records a letter: a draft that says what the set of its day says, until it is changed. */
export const recordRuleLetter = defineCommand({
  name: "recordRuleLetter",
  action: "rules.record",
  input: z.strictObject({
    scanId: z.uuid(),
    letterNumber: requiredNumberOfPaper(100),
    letterOn: requiredDay,
    inForceFrom: requiredDay,
    about: requiredText(300),
  }),
  subject: rulesOfInstallation,
  detail: ({ letterNumber, letterOn }) => ({ letterNumber, letterOn }),
  async run({ tx, actor, id, input, subject, today, ruleSets }) {
    const { scanId, letterNumber, letterOn, inForceFrom, about } = input;
    if (letterOn > today) throw invalid({ letterOn: "future" });
    if (inForceFrom <= ruleSets[0].inForceFrom) throw invalid({ inForceFrom: "notFirstSet" });
    const provinceCode = provinceCodeOf(subject);
    const scan = await tx.paperFile.findFirst({
      where: { id: scanId, provinceCode, kind: "rule_letter" },
      select: { id: true },
    });
    if (!scan) throw new Refusal("NOT_FOUND");
    const base = rulesOn(ruleSets, inForceFrom);
    const document = setFromLetter(base, { number: letterNumber, on: letterOn }, inForceFrom);
    await tx.ruleVersion.createMany({
      data: [
        {
          ...{ id, provinceCode, scanId, letterNumber, about, document, cases: [] },
          version: document.version,
          inForceFrom: toDateColumn(inForceFrom),
          letterOn: toDateColumn(letterOn),
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { ruleVersionId: id };
  },
});

const letterOf = ({ letterNumber, letterOn }: RuleDraft) => ({
  number: letterNumber,
  on: fromDateColumn(letterOn),
});

type Changing = { draftId: string; at: string };

async function changeTerms(
  scope: CommandScope<Changing>,
  change: (before: Terms, version: string) => Partial<Terms>,
) {
  const draft = await openDraft(scope, scope.input.draftId);
  const before = termsOf(draft.document);
  const rules = withTerms(
    draft.document,
    { ...before, ...change(before, draft.version) },
    letterOf(draft),
    scope.input.at,
  );
  return replaceDraft(scope, draft, { rules });
}

/** Amounts, bands, months and days of the top-up, as the letter gives them. */
export const changeRuleAmounts = defineCommand({
  name: "changeRuleAmounts",
  action: "rules.record",
  input: amountsInput,
  subject: draftSubject,
  run: (scope) => changeTerms(scope, () => termsOfAmounts(scope.input)),
});

/** Who must be reached, as the letter says it. */
export const changeRuleOutreach = defineCommand({
  name: "changeRuleOutreach",
  action: "rules.record",
  input: outreachInput,
  subject: draftSubject,
  run: (scope) => {
    const { mustReachIncome, ageUpTo, ageOn } = scope.input;
    return changeTerms(scope, () => ({ mustReachIncome, ageUpTo, ageOn }));
  },
});

/** Windows, holidays and rounds of follow-up. */
export const changeRuleWindows = defineCommand({
  name: "changeRuleWindows",
  action: "rules.record",
  input: windowsInput,
  subject: draftSubject,
  run: (scope) => changeTerms(scope, () => termsOfWindows(scope.input)),
});

/** A sum that is due once, to the list that the letter gives. */
export const giveRuleOnce = defineCommand({
  name: "giveRuleOnce",
  action: "rules.record",
  input: onceInput,
  subject: draftSubject,
  run: (scope) => {
    const { name, month, baht } = scope.input;
    return changeTerms(scope, ({ oneOffs }, version) => {
      const list = newList(version, oneOffs);
      return { oneOffs: [...oneOffs, { list, name, month, baht }] };
    });
  },
});

/** The bands that a project is open to. */
export const limitRuleProject = defineCommand({
  name: "limitRuleProject",
  action: "rules.record",
  input: projectBandsInput,
  subject: draftSubject,
  detail: ({ code }) => ({ code }),
  async run(scope) {
    const { draftId, at, code, bands } = scope.input;
    const draft = await openDraft(scope, draftId);
    const project = draft.document.projects[code];
    const [agency] = project?.agencies ?? [];
    if (!project || !agency) throw invalid({ code: "unknownProject" });
    const change = {
      code,
      bands,
      rows: [],
      agency,
      name: project.name,
      dimension: project.dimension,
    };
    return replaceDraft(scope, draft, {
      rules: withProject(draft.document, change, letterOf(draft), at),
    });
  },
});

const dimensions = { "1": 1, "2": 2, "3": 3, "4": 4 } as const;

/** A project more, in a row of a menu; its heading may be one that no menu had. */
export const addRuleProject = defineCommand({
  name: "addRuleProject",
  action: "rules.record",
  input: newProjectInput,
  subject: draftSubject,
  detail: ({ code }) => ({ code }),
  async run(scope) {
    const { draftId, at, code, name, agency, dimension, bands, group, category } = scope.input;
    const draft = await openDraft(scope, draftId);
    if (Object.hasOwn(draft.document.projects, code)) throw invalid({ code: "projectTwice" });
    const rows = [{ group, category }];
    const change = { code, name, agency, bands, rows, dimension: dimensions[dimension] };
    return replaceDraft(scope, draft, {
      rules: withProject(draft.document, change, letterOf(draft), at),
    });
  },
});

/** A code list of the Ministry in place of the one before, with the old codes that each code stands for. */
export const changeRuleCodes = defineCommand({
  name: "changeRuleCodes",
  action: "rules.record",
  input: codesInput,
  subject: draftSubject,
  detail: ({ list }) => ({ list }),
  async run(scope) {
    const { draftId, at, list, lines } = scope.input;
    const draft = await openDraft(scope, draftId);
    const read = list === "occupations" ? readOccupations(lines) : readSkills(lines);
    if (!read.ok) throw invalid({ lines: beyond("codeLines", read.line) });
    return replaceDraft(scope, draft, {
      rules: withCodeLists(draft.document, { [list]: read.codes }, letterOf(draft), at),
    });
  },
});

/** A case that the set must answer as it says, in the words of the policy. */
export const addRuleCase = defineCommand({
  name: "addRuleCase",
  action: "rules.record",
  input: caseInput,
  subject: draftSubject,
  async run(scope) {
    const draft = await openDraft(scope, scope.input.draftId);
    const added = caseOf(scope.input);
    if (Object.keys(added.expected).length === 0) throw invalid({ monthly: "missing" });
    if (!factsReader([draft.document])(added.facts).ok) throw invalid({ income: "caseFacts" });
    return replaceDraft(scope, draft, { cases: [...draft.cases, added] });
  },
});

const largestRuleFile = 5 * 1024 * 1024;
/** How many faults of a file are told at once. */
const faultsTold = 30;

/** The whole set with its cases as a file that was reviewed: what no form takes. */
export const putRuleFile = defineCommand({
  name: "putRuleFile",
  action: "rules.record",
  input: z.strictObject({ draftId: z.uuid(), uploadId: z.uuid() }),
  subject: draftSubject,
  async run(scope) {
    const draft = await openDraft(scope, scope.input.draftId);
    const content = await readUpload(scope.actor.id, scope.input.uploadId, largestRuleFile);
    if (!content) throw invalid({ uploadId: "fileSize" });
    const read = readRuleFile(new TextDecoder().decode(content));
    const faults: RuleFault[] = read.ok ? [] : read.faults;
    if (!read.ok) throw invalid({ uploadId: "wrong" }, { faults: faults.slice(0, faultsTold) });
    const { rules, cases } = read.file;
    // The letter is that of the draft, whatever the file says.
    return replaceDraft(scope, draft, { rules: { ...rules, version: draft.version }, cases });
  },
});

/** Checked with the letter by another officer: it takes effect on its date. Never while anything hinders it. */
export const checkRules = defineCommand({
  name: "checkRules",
  action: "rules.check",
  input: z.strictObject({ draftId: z.uuid() }),
  subject: draftSubject,
  async run(scope) {
    const { tx, actor, today, ruleSets } = scope;
    const draft = await openDraft(scope, scope.input.draftId);
    if (draft.recordedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    if (hindrancesOf(draft.document, draft.cases, ruleSets).length > 0)
      throw new Refusal("CONFLICT");
    await tx.ruleVersionStep.createMany({
      data: [
        {
          ...{ ruleVersionId: draft.id, provinceCode: draft.provinceCode, step: "checked" },
          ...{ takenById: actor.id, takenOn: toDateColumn(today) },
        },
      ],
    });
    return { ruleVersionId: draft.id };
  },
});

/** Not as the letter says: returned with a reason, or taken back by whoever recorded it. */
export const returnRules = defineCommand({
  name: "returnRules",
  action: "rules.check",
  input: z.strictObject({ draftId: z.uuid(), note: requiredText(500) }),
  subject: draftSubject,
  async run(scope) {
    const { tx, actor, today, input } = scope;
    const draft = await openDraft(scope, input.draftId);
    await tx.ruleVersionStep.createMany({
      data: [
        {
          ...{ ruleVersionId: draft.id, provinceCode: draft.provinceCode, step: "returned" },
          ...{ note: input.note, takenById: actor.id, takenOn: toDateColumn(today) },
        },
      ],
    });
    return { ruleVersionId: draft.id };
  },
});
