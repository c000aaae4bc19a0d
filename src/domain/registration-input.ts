import { z } from "zod";
import { beyond } from "@/domain/fault";
import {
  optionalName,
  optionalPhone,
  optionalText,
  requiredName,
  requiredText,
} from "@/domain/fields";

import { cardsShown } from "@/domain/registration";
/** What is written down of the person; the answer to the measure is a form of its own, in the same visit. */
export const registrationInput = z.strictObject({
  nationalId: z.string({ error: "missing" }).min(1, "missing").max(30, beyond("tooLong", 30)),
  title: requiredName(40),
  firstName: requiredName(80),
  lastName: optionalName(80),
  /** As on the card; a year alone is enough (read as the list's are). */
  birthDate: requiredText(40),
  subdistrictCode: z.string({ error: "choose" }).regex(/^\d{6}$/, "choose"),
  moo: z.int({ error: "number" }).min(1, "number").max(999, "number").nullable(),
  houseNo: optionalText(20),
  phone: optionalPhone,
  occupation: requiredName(80),
  incomeBaht: z.int({ error: "number" }).min(0, "number"),
  cardShown: z.enum(cardsShown, { error: "choose" }),
  /** The desk at which the person stands; null: at the office. */
  deskId: z.uuid().nullable(),
});
