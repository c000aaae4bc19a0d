import { z } from "zod";
import { consentChannels, consentDecisions, referralConsentVersion } from "@/domain/consent";
import { optionalText, requiredDay } from "@/domain/fields";
import { invalid, Refusal } from "@/domain/result";
import { measureFrom } from "@/domain/rules/sets";
import { holderSubject } from "@/server/assessments/queries";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";

const choose = { error: "choose" };

/** A holder withdraws consent ๓ after the interview, or gives it (again). It counts at once. */
export const recordConsent = defineCommand({
  name: "recordConsent",
  action: "consent.record",
  input: z.strictObject({
    holderId: z.uuid(),
    decision: z.enum(consentDecisions, choose),
    channel: z.enum(consentChannels, choose),
    decidedOn: requiredDay,
    note: optionalText(300),
  }),
  subject: (scope, { holderId }) => holderSubject(scope, holderId),
  detail: ({ decision, channel }) => ({ decision, channel }),
  async run({ tx, actor, input, subject, today, id, ruleSets }) {
    const { holderId, decision, channel, decidedOn, note } = input;
    const { provinceCode, districtCode } = subject;
    if (!provinceCode || !districtCode) throw new Refusal("NOT_FOUND");
    if (decidedOn > today) throw invalid({ decidedOn: "future" });
    if (decidedOn < measureFrom(ruleSets)) throw invalid({ decidedOn: "beforeMeasure" });
    await tx.consentEvent.createMany({
      data: [
        {
          id,
          holderId,
          provinceCode,
          districtCode,
          purpose: "referral",
          textVersion: referralConsentVersion,
          decision,
          channel,
          decidedOn: toDateColumn(decidedOn),
          note,
          recordedById: actor.id,
          recordedOn: toDateColumn(today),
        },
      ],
    });
    return { consentId: id };
  },
});
