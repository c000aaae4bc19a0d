/**
 * What may be wrong with a field: keys, whose sentences are in src/i18n. The messages are held to these lists, so a key
 * without a sentence does not compile, and neither does a misspelt key in a refusal.
 */
export const formFaults = [
  "missing",
  "choose",
  "tooLong",
  "tooMany",
  "date",
  "future",
  "past",
  "birthDate",
  "beforeMeasure",
  "beforePlan",
  "order",
  "number",
  "title",
  "memberLine",
  "projectAgency",
  "beforeLetter",
  "days",
  "time",
  "phone",
  "notThisStep",
  "belowTaken",
  "successor",
  "placeDays",
  "notYet",
  "twice",
  "fieldName",
  "nationalIdNeeded",
  "oneDistrict",
  "incomeTooHigh",
  "sameValue",
  "otherDistrict",
  "notListed",
  "email",
  "wrong",
  "idDigits",
  "idCheckDigit",
  "idKnown",
  "idOfOtherProvince",
  "notWhole",
  "interviewed",
] as const;
export type FormFault = (typeof formFaults)[number];

/** At the receiving desk; sent as `desk.…`. */
export const deskFaults = [
  "ID_MISSING",
  "ID_DAMAGED",
  "ID_CHECK_DIGIT",
  "identityMissing",
  "answerMissing",
  "reasonMissing",
  "reasonOnlyForNo",
  "consentMissing",
  "phoneInvalid",
  "subdistrictUnknown",
  "signedByMissing",
  "witnessMissing",
  "witnessTwice",
  "witnessOnlyForThumbprint",
  "proxyNameMissing",
  "proxyRelationMissing",
  "proxyDocumentMissing",
  "tooLong",
  "deskMissing",
  "placeNameMissing",
  "placeEndsBeforeStart",
  "outsideWindow",
  "dateMissing",
  "placeMissing",
  "lateReasonMissing",
  "paperNumberMissing",
  "placeNotThatDay",
  "noteMissing",
] as const;
export type DeskFault = (typeof deskFaults)[number];

/** In the interview. */
export const interviewFaults = [
  "errorAnswerNeeded",
  "errorNotWilling",
  "errorText",
  "errorTooLong",
  "errorTooMany",
  "errorBaht",
  "errorChoice",
  "errorProject",
  "errorWishByHolder",
  "errorReasonNeeded",
  "errorCauseNote",
  "errorBeforeMeasure",
  "errorInFuture",
  "errorNextBefore",
  "errorWitness",
  "errorReadAloud",
  "errorSignatureNeeded",
  "errorPaperNumber",
  "errorLateReason",
  "errorBank",
  "errorName",
  "errorOffMenuReason",
] as const;
export type InterviewFault = (typeof interviewFaults)[number];

/** Of one place each, which says them in its own words: the clock, the import, the export, the command line. */
export const ownFaults = [
  "date.invalid",
  "clock.onlyForward",
  "clock.tooFar",
  "exports.errorReason",
  "import.columns.twice",
  "import.columns.needed",
  "officer.provinceCode",
  "officer.districtCode",
  "officer.agency",
  "officer.notAccountOfficer",
  "password.short",
  "password.long",
  "password.guessable",
] as const;

export type FaultKey =
  | FormFault
  | `desk.${DeskFault}`
  | InterviewFault
  | (typeof ownFaults)[number];

/** The fault of a text that is longer than its field takes, with the length that the sentence names. */
export function tooLong(longest: number, place: "" | "desk." = ""): string {
  return `${place}tooLong ${longest}`;
}

/** The key of a message, and the length that stands behind it. */
export function readFault(message: string): { key: string; longest: number } {
  const [key = "", longest] = message.split(" ");
  return { key, longest: Number(longest ?? 0) };
}
