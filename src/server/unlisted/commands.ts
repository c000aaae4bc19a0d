import { randomUUID } from "node:crypto";
import { deskRefusal, unlistedInput } from "@/domain/intent";
import { nationalIdFault, normalizeNationalId } from "@/domain/national-id";
import { invalid, Refusal } from "@/domain/result";
import { rulesOn } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { defineCommand } from "@/server/command";
import { encryptNationalId, nationalIdIndex } from "@/server/holders/national-id";

/** "มาแล้วไม่พบรายชื่อ": records who came, when and where, so that the date still counts for them later. */
export const recordUnlisted = defineCommand({
  name: "recordUnlisted",
  action: "unlisted.record",
  input: unlistedInput,
  subject: async ({ actor }) => ({
    type: "district",
    id: actor.districtCode,
    districtCode: actor.districtCode,
    provinceCode: actor.provinceCode,
  }),
  async run({ tx, actor, input, today, ruleSets }) {
    const digits = normalizeNationalId(input.nationalId);
    const fault = nationalIdFault(digits);
    if (fault) throw invalid({ nationalId: `desk.${fault}` });
    const desk = await tx.desk.findFirst({
      where: {
        id: input.deskId,
        districtCode: actor.districtCode ?? "",
        openOn: toDateColumn(today),
      },
      select: { place: { select: { name: true } } },
    });
    const refusal = deskRefusal(rulesOn(ruleSets, today).walkIn.value, {
      intentOn: today,
      today,
      deskIsOpen: desk !== null,
    });
    if (refusal) throw new Refusal(refusal);
    const index = nationalIdIndex(digits);
    const listed = await tx.$queryRaw<
      { id: string }[]
    >`SELECT id FROM app.lookup_in_province(${index})`;
    if (listed.length > 0) throw invalid({ nationalId: "desk.isListed" });

    const unlistedId = randomUUID();
    const [receipt] = await tx.$queryRaw<{ number: string }[]>`SELECT app.next_receipt() AS number`;
    const receiptNumber = receipt?.number ?? "";
    await tx.unlistedPerson.createMany({
      data: [
        {
          id: unlistedId,
          provinceCode: actor.provinceCode ?? "",
          districtCode: actor.districtCode ?? "",
          name: input.name,
          nationalIdEnc: encryptNationalId(digits, unlistedId),
          nationalIdIndex: index,
          nationalIdLast4: digits.slice(-4),
          phone: input.phone,
          placeName: desk?.place.name ?? "",
          cameOn: toDateColumn(today),
          receiptNumber,
          recordedById: actor.id,
        },
      ],
    });
    return { unlistedId, receiptNumber };
  },
});
