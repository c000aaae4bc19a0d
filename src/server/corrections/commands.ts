import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import {
  type CorrectionField,
  type CorrectionValue,
  correctionCountsFrom,
  correctionInput,
  decidesAt,
  effectsOf,
  isPossibleBirth,
  valueAsked,
} from "@/domain/correction";
import { optionalText } from "@/domain/fields";
import { invalid, Refusal } from "@/domain/result";
import { type RuleSets, rulesOn } from "@/domain/rules/sets";
import { holderSubject } from "@/server/assessments/queries";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { listOfficerIds, notify } from "@/server/notifications/notify";
import { correctionSubject, fieldsOf, ministryColumns, ministryValues } from "./queries";

/** Requests a correction of one of the Ministry's facts, with evidence; another person decides. */
export const requestCorrection = defineCommand({
  name: "requestCorrection",
  action: "correction.request",
  input: correctionInput,
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  detail: ({ field }) => ({ field }),
  async run(scope) {
    const { tx, actor, input, today, id } = scope;
    const { holderId, field, evidence, evidenceNumber } = input;
    const holder = await tx.holder.findUniqueOrThrow({
      where: { id: holderId },
      select: { ...ministryColumns, provinceCode: true },
    });
    const [oldValue, newValue] = [ministryValues(holder)[field], valueAsked(input)];
    refuseImpossible(field, oldValue, newValue, holder.districtCode, scope);
    if (
      newValue.subdistrictCode &&
      !(await tx.subdistrict.findUnique({ where: { code: newValue.subdistrictCode } }))
    )
      throw invalid({ subdistrictCode: "choose" });
    await tx.correction.createMany({
      data: [
        {
          id,
          holderId,
          provinceCode: holder.provinceCode,
          districtCode: holder.districtCode,
          field,
          oldValue,
          newValue,
          evidence,
          evidenceNumber,
          requestedById: actor.id,
          requestedOn: toDateColumn(today),
        },
      ],
    });
    const deciders =
      decidesAt(field) === "province"
        ? await listOfficerIds(scope, ["provincial_officer"])
        : await listOfficerIds(scope, ["district_secretary"], holder.districtCode);
    // The same href for all requests that wait: each decider has a list of them.
    await notify(scope, { to: deciders, kind: "correction_asked", href: "/corrections" });
    return { correctionId: id };
  },
});

function refuseImpossible(
  field: CorrectionField,
  oldValue: CorrectionValue,
  newValue: CorrectionValue,
  districtCode: string,
  { today, ruleSets }: { today: string; ruleSets: RuleSets },
) {
  const [first = field] = Object.keys(newValue);
  const at = field === "income_2559" ? "incomeBaht" : first;
  const { incomeCeilingSatang } = rulesOn(ruleSets, today);
  if ((newValue.satang ?? 0) > incomeCeilingSatang.value) throw invalid({ [at]: "incomeTooHigh" });
  if (isDeepStrictEqual({ ...oldValue, ...newValue }, oldValue))
    throw invalid({ [at]: "sameValue" });
  if (newValue.subdistrictCode && !newValue.subdistrictCode.startsWith(districtCode))
    throw invalid({ subdistrictCode: "otherDistrict" });
  if (newValue.birthDate && newValue.birthDate > today) throw invalid({ birthDate: "future" });
  const countedOn = rulesOn(ruleSets, today).mustReach.ageOn.value;
  if (newValue.birthDate && !isPossibleBirth(newValue.birthDate, countedOn))
    throw invalid({ birthDate: "birthDate" });
}

/**
 * Approves or rejects a request, never one's own. An approved value is kept beside the Ministry's and decides from the
 * month after; the row keeps, as codes, what it changed.
 */
export const decideCorrection = defineCommand({
  name: "decideCorrection",
  action: "correction.decide",
  input: z
    .strictObject({
      correctionId: z.uuid(),
      outcome: z.enum(["approved", "rejected"], { error: "choose" }),
      note: optionalText(300),
    })
    .refine(({ outcome, note }) => outcome === "approved" || note !== null, {
      path: ["note"],
      error: "missing",
    }),
  subject: (scope, { correctionId }) => correctionSubject(scope, correctionId),
  detail: ({ outcome }) => ({ outcome }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const { correctionId, outcome, note } = input;
    const request = await tx.correction.findUniqueOrThrow({
      where: { id: correctionId },
      include: { holder: { select: ministryColumns } },
    });
    const field = request.field;
    if (!fieldsOf(scope).includes(field)) throw new Refusal("NOT_ALLOWED");
    if (request.requestedById === actor.id) throw new Refusal("NEEDS_OTHER_OFFICER");
    const countsFrom = correctionCountsFrom(field, today);
    const { holder } = request;
    const rules = rulesOn(scope.ruleSets, countsFrom);
    const effects = effectsOf(rules, field, request.newValue, {
      incomeSatang: holder.incomeInForceSatang,
      ageClass: holder.ageClass,
      countsFrom,
    });
    const approved = outcome === "approved" && {
      countsFrom: toDateColumn(countsFrom),
      inForce: countsFrom <= today,
      effects,
    };
    const { count } = await tx.correction.updateMany({
      where: { id: correctionId, status: "pending" },
      data: {
        status: outcome,
        decidedById: actor.id,
        decidedOn: toDateColumn(today),
        decisionNote: note,
        ...approved,
      },
    });
    if (count !== 1) throw new Refusal("CONFLICT");
    await notify(scope, {
      to: [request.requestedById],
      kind: "correction_decided",
      href: `/holders/${request.holderId}?history=requests`,
      holderId: request.holderId,
    });
    return { outcome: outcome };
  },
});
