"use client";

import { useTranslations } from "next-intl";
import type { Messages } from "@/i18n/chosen";
import type { IntentValues } from "./intent-values";
import type { SharedByPapers } from "./paper-values";

type Field = keyof IntentValues | keyof SharedByPapers | "nationalId" | "paperNumber";

/** The short name of each question of the desk's forms, for the list of what is wrong. */
const names = {
  identityChecked: "identity",
  answer: "answer",
  reason: "reason",
  consentFinancial: "consentFinancialShort",
  consentContact: "consentContactShort",
  phone: "phone",
  otherAddress: "otherAddress",
  currentAddress: "currentAddress",
  currentSubdistrictCode: "currentSubdistrict",
  otherName: "otherName",
  nameOnCard: "nameOnCard",
  signedBy: "confirmSigned",
  witnessOne: "witnessOne",
  witnessTwo: "witnessTwo",
  readAloud: "readAloud",
  byProxy: "byProxy",
  proxyName: "proxyName",
  proxyRelation: "proxyRelation",
  proxyDocument: "proxyDocument",
  placeId: "papersPlace",
  intentOn: "papersDate",
  lateReason: "papersReason",
  nationalId: "paperId",
  paperNumber: "paperNumber",
} as const satisfies Record<Field, keyof Messages["desk"]>;

const isNamed = (field: string): field is Field => field in names;

/** A fault with the question that it is about: `ยินยอม ๑ การเงิน: กรุณาเลือกยินยอมหรือไม่ยินยอม`. */
export function useNamedFault() {
  const t = useTranslations("desk");
  return (field: string, sentence: string): string => {
    return isNamed(field) ? `${t(names[field])}: ${sentence}` : sentence;
  };
}
