import { z } from "zod";
import { answerLinkDays } from "@/domain/answer-link";
import { addDays } from "@/domain/calendar";
import { optionalDay, optionalText } from "@/domain/fields";
import { linkSteps } from "@/domain/referral";
import { Refusal } from "@/domain/result";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { changeOf } from "@/server/referrals/change";
import { referralSubject } from "@/server/referrals/queries";
import { hashOfToken, tokenOf } from "./token";

/** A link for one referral that waits for its answer; its letter shows the link (server/links/queries.ts). */
export const issueLink = defineCommand({
  name: "issueLink",
  action: "referral.link",
  input: z.strictObject({ referralId: z.uuid() }),
  subject: (scope, { referralId }) => referralSubject(scope, referralId),
  async run({ tx, actor, input, subject, today, id }) {
    const waits = await tx.referral.count({ where: { id: input.referralId, state: "sent" } });
    if (waits !== 1 || !subject.provinceCode || !subject.districtCode)
      throw new Refusal("CONFLICT");
    await tx.referralLink.createMany({
      data: [
        {
          id,
          referralId: input.referralId,
          provinceCode: subject.provinceCode,
          districtCode: subject.districtCode,
          tokenHash: hashOfToken(tokenOf(id)),
          expiresOn: toDateColumn(addDays(today, answerLinkDays)),
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { linkId: id };
  },
});

/** The answer of an agency without an account. It uses up the link: the database marks it in the same change. */
export const answerByLink = defineCommand({
  name: "answerByLink",
  action: "referral.answer",
  input: z.strictObject({
    referralId: z.uuid(),
    step: z.enum(linkSteps, { error: "choose" }),
    words: optionalText(300),
    nextOn: optionalDay,
  }),
  subject: async ({ tx, actor }, { referralId }) => {
    if (actor.role !== "link_bearer") return null;
    const seen = await tx.referral.findUnique({
      where: { id: referralId },
      select: { id: true, provinceCode: true, districtCode: true },
    });
    return seen && { type: "referral", ...seen, ownerId: actor.id };
  },
  detail: ({ step }) => ({ step }),
  async run(scope) {
    const { tx, actor, input } = scope;
    const { referralId: id, step, words, nextOn } = input;
    const { count } = await tx.referral.updateMany({
      where: { id, state: "sent" },
      data: {
        ...changeOf(scope, step, { words, nextOn }),
        changedById: null,
        changedByLinkId: actor.id,
      },
    });
    if (count !== 1) throw new Refusal("NOT_FOUND");
    return { step: step };
  },
});
