import { randomUUID } from "node:crypto";
import { districtOf } from "@/domain/areas";
import { readListBirthDate } from "@/domain/import/birth-date";
import { nameSearchKey } from "@/domain/names";
import { nationalIdFault, normalizeNationalId } from "@/domain/national-id";
import { registrationInput } from "@/domain/registration-input";
import { invalid, Refusal } from "@/domain/result";
import { satangOf } from "@/domain/rules/facts";
import { rulesOn } from "@/domain/rules/sets";
import { toDateColumn } from "@/server/clock";
import { type CommandScope, defineCommand } from "@/server/command";
import { encryptNationalId, nationalIdIndex } from "@/server/holders/national-id";
import { fullName } from "@/server/holders/search";
import { findOffice } from "@/server/offices/queries";
import { isRegistering } from "./queries";

type Given = CommandScope<ReturnType<(typeof registrationInput)["parse"]>>;

/**
 * ลงทะเบียนผู้มีบัตร: writes down who shows a card and is on no list, and makes them a holder who awaits the Ministry's
 * answer (the trigger `registers`). Their answer to the measure is the desk's next form.
 */
export const registerHolder = defineCommand({
  name: "registerHolder",
  action: "registration.record",
  input: registrationInput,
  subject: async ({ actor }) => ({
    type: "district",
    id: actor.districtCode,
    districtCode: actor.districtCode,
    provinceCode: actor.provinceCode,
  }),
  async run(scope) {
    const { tx, actor, input, today } = scope;
    if (!(await isRegistering(scope, today))) throw new Refusal("OUTSIDE_WINDOW");
    const digits = digitsOf(input.nationalId);
    const index = nationalIdIndex(digits);
    await refuseKnown(scope, index);
    const id = randomUUID();
    const lastName = input.lastName ?? "";
    await tx.registration.createMany({
      data: [
        {
          id,
          provinceCode: actor.provinceCode ?? "",
          districtCode: districtOf(input.subdistrictCode),
          recordedDistrictCode: actor.districtCode,
          name: fullName(input.title, input.firstName, lastName),
          title: input.title,
          firstName: input.firstName,
          lastName,
          searchName: nameSearchKey(input.firstName, lastName),
          nationalIdEnc: encryptNationalId(digits, id),
          nationalIdIndex: index,
          nationalIdLast4: digits.slice(-4),
          ...bornOn(scope),
          subdistrictCode: input.subdistrictCode,
          moo: input.moo,
          houseNo: input.houseNo,
          phone: input.phone,
          occupation: input.occupation,
          incomeSatang: statedIncome(scope),
          cardShown: input.cardShown,
          placeName: await placeOf(scope),
          cameOn: toDateColumn(today),
          // The database gives the number, with the holder.
          receiptNumber: "",
          recordedById: actor.id,
        },
      ],
    });
    const { receiptNumber } = await tx.registration.findUniqueOrThrow({
      where: { id },
      select: { receiptNumber: true },
    });
    return { registrationId: id, receiptNumber };
  },
});

function digitsOf(written: string): string {
  const digits = normalizeNationalId(written);
  const fault = nationalIdFault(digits);
  if (fault)
    throw invalid({ nationalId: fault === "ID_CHECK_DIGIT" ? "idCheckDigit" : "idDigits" });
  return digits;
}

/** Two who register one ID at once wait for each other here; the second sees what the first has written. */
async function refuseKnown({ tx }: Given, index: Uint8Array<ArrayBuffer>) {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`registration ${Buffer.from(index).toString("hex")}`}, 0))::text`;
  const [known] = await tx.$queryRaw<{ own: boolean }[]>`SELECT own FROM app.id_known(${index})`;
  if (known) throw invalid({ nationalId: known.own ? "idKnown" : "idOfOtherProvince" });
}

function bornOn({ input, ruleSets, today }: Given) {
  const read = readListBirthDate(input.birthDate, rulesOn(ruleSets, today).mustReach.ageOn.value);
  if (!read.ok || !read.birthDate) throw invalid({ birthDate: "date" });
  return { birthDate: toDateColumn(read.birthDate), birthDatePrecision: read.precision };
}

/** In satang; the measure knows nobody above its ceiling. */
function statedIncome({ input, ruleSets, today }: Given): number {
  const satang = satangOf(input.incomeBaht);
  if (satang === null) throw invalid({ incomeBaht: "number" });
  if (satang > rulesOn(ruleSets, today).incomeCeilingSatang.value)
    throw invalid({ incomeBaht: "incomeTooHigh" });
  return satang;
}

/** The open desk of the day, else the officer's own office. */
async function placeOf(scope: Given): Promise<string> {
  const { tx, actor, input, today } = scope;
  await refuseUnknownSubdistrict(tx, input.subdistrictCode, actor.provinceCode);
  if (input.deskId === null) return (await findOffice(scope, actor.districtCode)).seat;
  const desk = await tx.desk.findFirst({
    where: {
      id: input.deskId,
      districtCode: actor.districtCode ?? "",
      openOn: toDateColumn(today),
    },
    select: { place: { select: { name: true } } },
  });
  if (!desk) throw new Refusal("DESK_NOT_OPEN");
  return desk.place.name;
}

async function refuseUnknownSubdistrict(
  tx: Given["tx"],
  code: string,
  provinceCode: string | null,
) {
  const found = await tx.subdistrict.count({
    where: { code, district: { provinceCode: provinceCode ?? "" } },
  });
  if (found === 0) throw invalid({ subdistrictCode: "choose" });
}
