import { randomUUID } from "node:crypto";
import { z } from "zod";
import { isBank } from "@/domain/agencies";
import { requiredDay } from "@/domain/fields";
import { invalid, Refusal } from "@/domain/result";
import { joinsInterviews } from "@/domain/rules/rule-set";
import { rulesOn } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { listVillageDays } from "@/server/co-interviews/queries";
import { defineCommand } from "@/server/command";
import { findDelegation } from "@/server/delegations/queries";
import { areaOf, ownDistrict } from "@/server/own-district";
import type { Scoped } from "@/server/scope";

/** The subject of an officer's own days and co-interviews. */
const ownSubject = async ({ actor }: Scoped) => ({
  type: "co_interview",
  id: null,
  provinceCode: actor.provinceCode,
  districtCode: actor.districtCode,
  ownerId: actor.id,
});

/** A bank's officer offers a day to a district; a day offered already, or in the past, is refused. */
export const offerBankDay = defineCommand({
  name: "offerBankDay",
  action: "co_interview.attend",
  input: z.strictObject({
    districtCode: z.string({ error: "choose" }).regex(/^\d{4}$/, "choose"),
    day: requiredDay,
  }),
  subject: ownSubject,
  async run({ tx, id, actor, input, today, ruleSets }) {
    const { districtCode, day } = input;
    const { agency } = actor;
    if (!isBank(agency) || !joinsInterviews(rulesOn(ruleSets, day), agency))
      throw new Refusal("NOT_ALLOWED");
    if (day < today) throw invalid({ day: "past" });
    const district = await tx.district.findUnique({ where: { code: districtCode } });
    if (!district || district.provinceCode !== actor.provinceCode)
      throw invalid({ districtCode: "choose" });
    await tx.bankDay.createMany({
      data: [
        {
          id,
          provinceCode: district.provinceCode,
          districtCode,
          officerId: actor.id,
          bank: agency,
          day: toDateColumn(day),
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { bankDayId: id };
  },
});

/** The officer cannot come on that day; co-interviews already matched stay until the district changes them. */
export const withdrawBankDay = defineCommand({
  name: "withdrawBankDay",
  action: "co_interview.attend",
  input: z.strictObject({ bankDayId: z.uuid() }),
  subject: ownSubject,
  async run({ tx, actor, input }) {
    const { count } = await tx.bankDay.updateMany({
      where: { id: input.bankDayId, officerId: actor.id, withdrawn: false },
      data: { withdrawn: true },
    });
    if (count !== 1) throw new Refusal("NOT_FOUND");
    return { bankDayId: input.bankDayId };
  },
});

/**
 * Matches bank officers with villages and days: in that village, each appointment of an account officer of no bank is
 * joined by that bank officer. Only on offered days. One click for the whole suggestion, or one village at a time.
 */
export const matchCoInterviews = defineCommand({
  name: "matchCoInterviews",
  action: "co_interview.match",
  input: z.strictObject({
    matches: z
      .array(z.strictObject({ key: z.string().max(40), officerId: z.uuid({ error: "choose" }) }))
      .min(1)
      .max(500),
  }),
  subject: ownDistrict,
  async run(scope) {
    const { tx, actor, input, subject, today } = scope;
    const { villages, officers } = await listVillageDays(scope, today);
    const order = await findDelegation(scope, today);
    const rows = input.matches.flatMap(({ key, officerId }) => {
      const village = villages.find((each) => each.key === key);
      const officer = officers.find((each) => each.id === officerId);
      if (!village || !officer?.days.includes(village.day)) throw new Refusal("CONFLICT");
      return village.appointments.map((appointment) => ({
        id: randomUUID(),
        ...areaOf(subject),
        ...appointment,
        meetOn: toDateColumn(village.day),
        village: village.name,
        officerId,
        officerName: officer.name,
        bank: officer.bank,
        delegationId: order?.id ?? null,
        recordedById: actor.id,
        recordedOn: toDateColumn(today),
      }));
    });
    await tx.coInterview.createMany({ data: rows });
    return { people: rows.length };
  },
  detail: (_, { people }) => ({ people }),
});

/** Cancels a match, while the interview has not been joined. */
export const cancelCoInterviews = defineCommand({
  name: "cancelCoInterviews",
  action: "co_interview.match",
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
  subject: ownDistrict,
  async run({ tx, input }) {
    const { count } = await tx.coInterview.updateMany({
      where: { id: { in: input.ids }, status: "matched", assessmentId: null },
      data: { status: "cancelled" },
    });
    if (count !== input.ids.length) throw new Refusal("CONFLICT");
    return { people: count };
  },
});

/**
 * "ร่วมสัมภาษณ์แล้ว", or that it did not happen: confirmed by the bank's officer, or by the account officer who has that
 * signature on paper. Several at once: a whole day. Never a day still to come.
 */
export const attestCoInterviews = defineCommand({
  name: "attestCoInterviews",
  action: "co_interview.attend",
  input: z.strictObject({
    ids: z.array(z.uuid()).min(1).max(500),
    status: z.enum(["confirmed", "not_held"], { error: "choose" }),
  }),
  subject: ownSubject,
  detail: ({ ids, status }) => ({ people: ids.length, status }),
  async run({ tx, actor, input, today }) {
    const day = toDateColumn(today);
    const attested = { status: input.status, attestedById: actor.id, attestedOn: day };
    const open = { id: { in: input.ids }, status: "matched", meetOn: { lte: day } } as const;
    const own = await tx.coInterview.updateMany({
      where: { ...open, officerId: actor.id },
      data: { ...attested, onPaper: false },
    });
    // The account officer has the form that the bank's officer signed, so cannot say that it was not held.
    const onPaper =
      actor.role === "account_officer" && input.status === "confirmed"
        ? await tx.coInterview.updateMany({
            where: { ...open, OR: [{ officerId: null }, { officerId: { not: actor.id } }] },
            data: { ...attested, onPaper: true },
          })
        : { count: 0 };
    if (own.count + onPaper.count !== input.ids.length) throw new Refusal("CONFLICT");
    return { people: input.ids.length };
  },
});
