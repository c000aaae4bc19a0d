import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  optionalText,
  optionalTime,
  requiredDay,
  requiredLongText,
  requiredName,
} from "@/domain/fields";
import { planAssumptions } from "@/domain/outreach-plan";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { findDelegation } from "@/server/delegations/queries";
import { areaOf, districtRow, ownDistrict } from "@/server/own-district";
import { reckonOutreachPlan } from "./queries";

/** The addressee of the letter for a subdistrict; each version is kept, the newest counts. */
export const addressHostLetter = defineCommand({
  name: "addressHostLetter",
  action: "place.announce",
  input: z.strictObject({
    subdistrictCode: z.string().regex(/^\d{6}$/),
    addressee: requiredName(200),
  }),
  subject: ownDistrict,
  async run(scope) {
    const { tx, id, input, subject } = scope;
    if (!input.subdistrictCode.startsWith(subject.districtCode ?? "-"))
      throw new Refusal("NOT_FOUND");
    await tx.hostLetter.createMany({ data: [{ id, ...districtRow(scope), ...input }] });
    return { letterId: id };
  },
});

/** A version of the district's plan, computed here from the counters of this moment. */
export const saveOutreachPlan = defineCommand({
  name: "saveOutreachPlan",
  action: "outreach.plan",
  input: planAssumptions.extend({ note: optionalText(500) }),
  subject: ownDistrict,
  async run(scope) {
    const { tx, id, subject, today } = scope;
    const { note, ...assumptions } = scope.input;
    const { districtCode } = areaOf(subject);
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`plan ${districtCode}`}, 0))::text`;
    const latest = await tx.outreachPlan.aggregate({
      where: { districtCode },
      _max: { version: true },
    });
    const version = (latest._max.version ?? 0) + 1;
    const { facts, result } = await reckonOutreachPlan(scope, assumptions, today);
    const order = await findDelegation(scope, today);
    await tx.outreachPlan.createMany({
      data: [
        {
          id,
          ...districtRow(scope),
          version,
          assumptions,
          result: {
            ...result,
            awaited: facts.awaited,
            left: facts.left,
            shared: facts.shared,
          },
          note,
          delegationId: order?.id ?? null,
        },
      ],
    });
    return { version };
  },
  detail: (_, { version }) => ({ version }),
});

/** Calls the team together: the methods in words, the agenda, the day and the place. */
export const callBriefing = defineCommand({
  name: "callBriefing",
  action: "briefing.hold",
  input: z.strictObject({
    meetOn: requiredDay,
    meetAt: optionalTime,
    placeName: requiredName(120),
    methods: requiredLongText(2000),
    agenda: requiredLongText(2000),
  }),
  subject: ownDistrict,
  async run(scope) {
    const { tx, id, input, today } = scope;
    const order = await findDelegation(scope, today);
    await tx.briefing.createMany({
      data: [
        {
          id,
          ...districtRow(scope),
          ...input,
          meetOn: toDateColumn(input.meetOn),
          delegationId: order?.id ?? null,
        },
      ],
    });
    return { briefingId: id };
  },
});

/** Who came; those recorded before stay. A name that is on no list may be added. */
export const recordAttendance = defineCommand({
  name: "recordAttendance",
  action: "briefing.hold",
  input: z.strictObject({
    briefingId: z.uuid(),
    people: z
      .array(z.string().max(400), { error: "choose" })
      .max(500)
      .transform((people) => [...new Set(people)]),
    others: optionalText(2000),
  }),
  subject: async ({ tx }, { briefingId }) => {
    const briefing = await tx.briefing.findUnique({
      where: { id: briefingId },
      select: { id: true, provinceCode: true, districtCode: true },
    });
    return briefing && { type: "briefing", ...briefing };
  },
  async run(scope) {
    const { tx, input, today } = scope;
    const briefing = await tx.briefing.findUniqueOrThrow({ where: { id: input.briefingId } });
    if (briefing.meetOn > toDateColumn(today)) throw invalid({ people: "notYet" });
    const others = (input.others ?? "").split(/[\n,]/).map((name) => name.trim());
    const names = [...new Set([...input.people, ...others])].filter(Boolean);
    if (names.length === 0) throw invalid({ people: "choose" });
    const officers = await tx.officer.findMany({
      where: { name: { in: names }, provinceCode: briefing.provinceCode },
      select: { id: true, name: true, position: true },
    });
    const { count } = await tx.briefingAttendance.createMany({
      data: names.map((name) => {
        const officer = officers.find((each) => each.name === name);
        return {
          id: randomUUID(),
          briefingId: briefing.id,
          ...districtRow(scope),
          officerId: officer?.id ?? null,
          name,
          position: officer?.position ?? null,
        };
      }),
      skipDuplicates: true,
    });
    return { came: count };
  },
  detail: (_, { came }) => ({ came }),
});
