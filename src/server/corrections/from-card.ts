import { z } from "zod";
import { isPossibleBirth } from "@/domain/correction";
import { requiredDay } from "@/domain/fields";
import { maskNationalId } from "@/domain/national-id";
import { invalid, Refusal } from "@/domain/result";
import { rulesOn } from "@/domain/rules/sets";
import { say } from "@/i18n/words";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { listOfficerIds, notify } from "@/server/notifications/notify";

/**
 * What the card says of a holder without a birth date, seen at the desk: a request like any other correction, which the
 * province decides. Only where the list has none.
 */
export const askBirthDate = defineCommand({
  name: "askBirthDate",
  action: "correction.from_card",
  input: z.strictObject({ holderId: z.uuid(), birthDate: requiredDay }),
  subject: async ({ tx }, { holderId }) => {
    const holder = await tx.holder.findUnique({
      where: { id: holderId },
      select: { id: true, provinceCode: true, districtCode: true },
    });
    return holder && { type: "holder", ...holder };
  },
  async run(scope) {
    const { tx, actor, input, today, id, ruleSets } = scope;
    const { holderId, birthDate } = input;
    const holder = await tx.holder.findUniqueOrThrow({
      where: { id: holderId },
      select: { birthDate: true, nationalIdLast4: true, provinceCode: true, districtCode: true },
    });
    if (holder.birthDate) throw new Refusal("CONFLICT");
    const countedOn = rulesOn(ruleSets, today).mustReach.ageOn.value;
    if (birthDate > today) throw invalid({ birthDate: "future" });
    if (!isPossibleBirth(birthDate, countedOn)) throw invalid({ birthDate: "birthDate" });
    await tx.correction.createMany({
      data: [
        {
          id,
          holderId,
          provinceCode: holder.provinceCode,
          districtCode: holder.districtCode,
          field: "birth_date",
          oldValue: { birthDate: null },
          newValue: { birthDate },
          evidence: say("desk.cardEvidence"),
          evidenceNumber: maskNationalId(holder.nationalIdLast4),
          requestedById: actor.id,
          requestedOn: toDateColumn(today),
        },
      ],
    });
    const deciders = await listOfficerIds(scope, ["provincial_officer"]);
    await notify(scope, { to: deciders, kind: "correction_asked", href: "/corrections" });
    return { correctionId: id };
  },
});
