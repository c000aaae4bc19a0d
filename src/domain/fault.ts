/**
 * What may be wrong with a field: keys, whose sentences are in src/i18n. The messages are held to these lists, so a key
 * without a sentence does not compile, and neither does a misspelt key in a refusal.
 */
export const formFaults = [
  "missing",
  "choose",
  "tick",
  "tooLong",
  "tooMany",
  "date",
  "future",
  "past",
  "birthDate",
  "beforeMeasure",
  "beforePlan",
  "nothingSent",
  "order",
  "number",
  "title",
  "memberLine",
  "projectAgency",
  "beforeLetter",
  "days",
  "dayOfMonth",
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
  "codeLine",
  "codeTwice",
  "runFieldsNeeded",
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
  "fileSize",
  "fileKind_signed_scan",
  "fileKind_garuda",
  "interviewed",
  "notWords",
  "notFirstSet",
  "bandsOrder",
  "bandNeeded",
  "unknownProject",
  "projectTwice",
  "projectCode",
  "codeLines",
  "monthsOrder",
  "caseFacts",
] as const;
export type FormFault = (typeof formFaults)[number];

/** At the receiving desk, which says them in its own words. */
export const deskFaults = [
  "ID_MISSING",
  "ID_DAMAGED",
  "ID_CHECK_DIGIT",
  "identityMissing",
  "answerMissing",
  "reasonMissing",
  "reasonOnlyForNo",
  "consentMissing",
  "subdistrictUnknown",
  "signedByMissing",
  "witnessMissing",
  "witnessTwice",
  "witnessOnlyForThumbprint",
  "proxyNameMissing",
  "proxyRelationMissing",
  "proxyDocumentMissing",
  "deskMissing",
  "placeNameMissing",
  "placeEndsBeforeStart",
  "outsideWindow",
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
  "errorInterviewed",
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
  "officer.noProvince",
  "officer.districtCode",
  "officer.agency",
  "officer.notAccountOfficer",
  "password.short",
  "password.long",
  "password.guessable",
] as const;

export type FaultKey = FormFault | DeskFault | InterviewFault | (typeof ownFaults)[number];

/** What a schema or a refusal says of a field: a key, and the number that its sentence names. */
export type FaultMessage = FaultKey | `${NumberedFault} ${number}`;
type NumberedFault = Extract<FormFault, "tooLong" | "tooMany" | "codeLines">;

/** The fault of a text that is longer, or has more lines, than its field takes. */
export function beyond<Fault extends NumberedFault>(
  fault: Fault,
  most: number,
): `${Fault} ${number}` {
  return `${fault} ${most}`;
}

const keys: ReadonlySet<string> = new Set<FaultKey>([
  ...formFaults,
  ...deskFaults,
  ...interviewFaults,
  ...ownFaults,
]);
const isFaultKey = (text: string): text is FaultKey => keys.has(text);

/** The key of a message, null of one that is not ours, and the number that stands behind it. */
export function readFault(message: string): { key: FaultKey | null; most: number } {
  const [key = "", most] = message.split(" ");
  return { key: isFaultKey(key) ? key : null, most: Number(most ?? 0) };
}
