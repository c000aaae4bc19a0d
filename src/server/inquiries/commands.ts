import { z } from "zod";
import { addDays } from "@/domain/calendar";
import { requiredText } from "@/domain/fields";
import { inquiryInput } from "@/domain/inquiry";
import type { Subject } from "@/domain/policy";
import { invalid, Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { notify } from "@/server/notifications/notify";
import type { Scoped } from "@/server/scope";
import { localSetting } from "@/server/settings/queries";
import { inquirySubject, listOwners } from "./queries";

/** An inquiry that is not about a holder belongs to the place where it is recorded, and its recorder may record it. */
const ownPlace = ({ actor }: Scoped): Subject => ({
  type: "inquiry",
  id: null,
  provinceCode: actor.provinceCode,
  districtCode: actor.districtCode,
  accountOfficerId: actor.id,
});

/** The holder of an inquiry; without the account officer for the desk, which may not see them. */
async function holderAsked({ tx, actor }: Scoped, holderId: string): Promise<Subject | null> {
  const holder = await tx.holder.findUnique({
    where: { id: holderId },
    select: {
      id: true,
      provinceCode: true,
      districtCode: true,
      ...(actor.role === "account_officer" && { accountOfficerId: true }),
    },
  });
  return holder && { type: "holder", ...holder };
}

async function requireOwner(scope: Scoped, districtCode: string | null, ownerId: string) {
  const officers = await listOwners(scope, districtCode);
  if (!officers.some(({ id }) => id === ownerId)) throw invalid({ ownerId: "choose" });
}

const hrefOf = (id: string) => `/inquiries/${id}`;

/** Records an inquiry or complaint in one line, with an owner and the day until which it is answered. */
export const recordInquiry = defineCommand({
  name: "recordInquiry",
  action: "inquiry.record",
  input: inquiryInput,
  subject: async (scope, { holderId }) =>
    holderId ? holderAsked(scope, holderId) : ownPlace(scope),
  detail: ({ kind, channel }) => ({ kind, channel }),
  async run(scope) {
    const { tx, actor, input, subject, today, id } = scope;
    if (input.receivedOn > today) throw invalid({ receivedOn: "future" });
    const districtCode = subject.districtCode ?? null;
    await requireOwner(scope, districtCode, input.ownerId);
    const days = await localSetting(scope, "inquiry_answer_days", today, districtCode);
    await tx.inquiry.createMany({
      data: [
        {
          ...input,
          id,
          provinceCode: actor.provinceCode ?? "",
          districtCode,
          receivedOn: toDateColumn(input.receivedOn),
          dueOn: toDateColumn(addDays(input.receivedOn, days)),
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    await notify(scope, {
      to: [input.ownerId],
      kind: "inquiry_passed",
      href: hrefOf(id),
      holderId: input.holderId,
    });
    return { inquiryId: id };
  },
});

/** Another owner, with the reason; the history keeps who passed it to whom. */
export const passInquiry = defineCommand({
  name: "passInquiry",
  action: "inquiry.answer",
  input: z.strictObject({
    inquiryId: z.uuid(),
    toId: z.uuid({ error: "choose" }),
    note: requiredText(300),
  }),
  subject: (scope, { inquiryId }) => inquirySubject(scope, inquiryId),
  async run(scope) {
    const { tx, actor, input, subject, today, id } = scope;
    const { inquiryId, toId, note } = input;
    await requireOwner(scope, subject.districtCode ?? null, toId).catch(() => {
      throw invalid({ toId: "choose" });
    });
    const inquiry = await tx.inquiry.findUnique({
      where: { id: inquiryId },
      select: { ownerId: true, answer: true, holderId: true },
    });
    if (!inquiry || inquiry.answer !== null) throw new Refusal("CONFLICT");
    if (inquiry.ownerId === toId) throw invalid({ toId: "choose" });
    await tx.inquiryPass.createMany({
      data: [
        {
          id,
          inquiryId,
          provinceCode: subject.provinceCode ?? "",
          districtCode: subject.districtCode ?? null,
          fromId: inquiry.ownerId,
          toId,
          note,
          passedById: actor.id,
          passedOn: toDateColumn(today),
        },
      ],
    });
    await notify(scope, {
      to: [toId],
      kind: "inquiry_passed",
      href: hrefOf(inquiryId),
      holderId: inquiry.holderId,
    });
    return { inquiryId };
  },
});

/** The answer in words, as it was given; it closes the inquiry. */
export const answerInquiry = defineCommand({
  name: "answerInquiry",
  action: "inquiry.answer",
  input: z.strictObject({ inquiryId: z.uuid(), answer: requiredText(1000) }),
  subject: (scope, { inquiryId }) => inquirySubject(scope, inquiryId),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    const { inquiryId, answer } = input;
    const inquiry = await tx.inquiry.findUnique({
      where: { id: inquiryId },
      select: { recordedById: true, ownerId: true, holderId: true },
    });
    const { count } = await tx.inquiry.updateMany({
      where: { id: inquiryId, answer: null },
      data: { answer, answeredById: actor.id, answeredOn: toDateColumn(today) },
    });
    if (!inquiry || count !== 1) throw new Refusal("CONFLICT");
    await notify(scope, {
      to: [inquiry.recordedById, inquiry.ownerId],
      kind: "inquiry_answered",
      href: hrefOf(inquiryId),
      holderId: inquiry.holderId,
    });
    return { inquiryId };
  },
});
