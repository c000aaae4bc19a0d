import type { FieldErrors, Resolver } from "react-hook-form";
import type { z } from "zod";
import { consentVersion, officeIntentInput } from "@/domain/intent";
import { keysOf } from "@/domain/tables";

/** The form as it is on the screen: every field flat, answers as words, "" where nothing is chosen. */
export type IntentValues = {
  identityChecked: boolean;
  answer: "" | "yes" | "no";
  reason: string;
  consentFinancial: "" | "yes" | "no";
  consentContact: "" | "yes" | "no";
  phone: string;
  otherAddress: boolean;
  currentAddress: string;
  currentSubdistrictCode: string;
  otherName: boolean;
  nameOnCard: string;
  signedBy: "" | "signature" | "thumbprint";
  witnessOne: string;
  witnessTwo: string;
  readAloud: boolean;
  byProxy: boolean;
  proxyName: string;
  proxyRelation: string;
  proxyDocument: boolean;
};

export const emptyValues: IntentValues = {
  identityChecked: false,
  answer: "",
  reason: "",
  consentFinancial: "",
  consentContact: "",
  phone: "",
  otherAddress: false,
  currentAddress: "",
  currentSubdistrictCode: "",
  otherName: false,
  nameOnCard: "",
  signedBy: "",
  witnessOne: "",
  witnessTwo: "",
  readAloud: false,
  byProxy: false,
  proxyName: "",
  proxyRelation: "",
  proxyDocument: false,
};

/** Every field in the order of the page. */
export const intentFields = keysOf(emptyValues);

/** The form as browser and server both know it; what is hidden behind a box is not sent. */
export function formOf(values: IntentValues) {
  return {
    answer: values.answer,
    reason: values.answer === "no" ? values.reason : null,
    consentFinancial: yesOf(values.consentFinancial),
    consentContact: yesOf(values.consentContact),
    consentVersion,
    phone: values.phone,
    currentAddress: values.otherAddress ? values.currentAddress : null,
    currentSubdistrictCode: (values.otherAddress && values.currentSubdistrictCode) || null,
    nameOnCard: values.otherName ? values.nameOnCard : null,
    signedBy: values.signedBy,
    witnesses: values.signedBy === "thumbprint" ? [values.witnessOne, values.witnessTwo] : [],
    readAloud: values.readAloud,
    proxy: values.byProxy
      ? {
          name: values.proxyName,
          relation: values.proxyRelation,
          documentFiled: values.proxyDocument,
        }
      : null,
  };
}

function yesOf(chosen: "" | "yes" | "no"): boolean | null {
  return chosen === "" ? null : chosen === "yes";
}

/** The field on the screen at which an error of the input is shown. */
const fieldOfPath: Record<string, keyof IntentValues> = {
  witnesses: "witnessOne",
  "witnesses.0": "witnessOne",
  "witnesses.1": "witnessTwo",
  "proxy.name": "proxyName",
  "proxy.relation": "proxyRelation",
  "proxy.documentFiled": "proxyDocument",
};

export function fieldOf(path: string): keyof IntentValues | null {
  const field = fieldOfPath[path] ?? path;
  return field in emptyValues ? (field as keyof IntentValues) : null;
}

/** The browser parses with the server's schema: the result is sent, errors are shown at the fields of the screen. */
export function intentResolver(
  holderId: string,
): Resolver<IntentValues, unknown, z.output<typeof officeIntentInput>> {
  return (values) => {
    const read = officeIntentInput.safeParse({
      holderId,
      identityChecked: values.identityChecked,
      ...formOf(values),
    });
    if (read.success) return { values: read.data, errors: {} };
    const errors: FieldErrors<IntentValues> = {};
    for (const { path, message } of read.error.issues) {
      const field = fieldOf(path.join("."));
      if (field) errors[field] ??= { type: "schema", message };
    }
    return { values: {}, errors };
  };
}
