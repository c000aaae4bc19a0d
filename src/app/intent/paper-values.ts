import { consentVersion, paperIntentInput } from "@/domain/intent";

/** What all paper forms of one pile share; the officer is the one who is signed in. */
export type SharedByPapers = { placeId: string; intentOn: string; lateReason: string };

/** One line as it is on the screen. */
export type PaperValues = {
  nationalId: string;
  paperNumber: string;
  answer: string;
  reason: string;
  consentFinancial: string;
  consentContact: string;
  signedBy: string;
  witnessOne: string;
  witnessTwo: string;
};

export const emptyPaper: PaperValues = {
  nationalId: "",
  paperNumber: "",
  answer: "",
  reason: "",
  consentFinancial: "",
  consentContact: "",
  signedBy: "signature",
  witnessOne: "",
  witnessTwo: "",
};

export type PaperFaults = Partial<Record<keyof PaperValues | keyof SharedByPapers, string>>;

/** The command's input of one line, or the errors by field of the screen. */
export function readPaper(values: PaperValues, shared: SharedByPapers, holderId: string) {
  const yesOf = (chosen: string) => (chosen === "" ? null : chosen === "yes");
  const read = paperIntentInput.safeParse({
    ...shared,
    holderId,
    paperNumber: values.paperNumber,
    answer: values.answer,
    reason: values.answer === "no" ? values.reason : null,
    consentFinancial: yesOf(values.consentFinancial),
    consentContact: yesOf(values.consentContact),
    consentVersion,
    signedBy: values.signedBy,
    witnesses: values.signedBy === "thumbprint" ? [values.witnessOne, values.witnessTwo] : [],
    readAloud: false,
    proxy: null,
  });
  if (read.success) return { input: read.data };
  return {
    faults: paperFaultsOf(
      Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join("."), [message]])),
    ),
  };
}

const fieldOfPath: Record<string, keyof PaperValues> = {
  witnesses: "witnessOne",
  "witnesses.0": "witnessOne",
  "witnesses.1": "witnessTwo",
  holderId: "nationalId",
};

/** Errors from server and schema, by field of the screen. */
export function paperFaultsOf(fields: Record<string, string[]>): PaperFaults {
  return Object.fromEntries(
    Object.entries(fields).map(([path, messages]) => [fieldOfPath[path] ?? path, messages[0]]),
  );
}
