import type { Answers, InterviewContext } from "@/domain/assessment";
import { ruleSetsOfCode } from "@/domain/rules/rule-sets";

/** An ordinary interview: a rice farmer without a market who says yes to two projects. */
export function buildAnswers(over: Partial<Answers> = {}): Answers {
  return {
    identity: "id_card",
    respondent: "holder",
    willing: "yes",
    occupation: "6111",
    occupationStatus: "own_account",
    skills: ["0801"],
    land: "not_enough",
    dependants: ["elder"],
    workLimit: "no",
    monthlyIncome: 2_400,
    wantedOccupation: "same",
    causes: ["market", "skill"],
    mainCause: "market",
    training: ["0802"],
    availableDays: ["saturday", "sunday"],
    travel: "district",
    projects: [{ project: "MKT-01" }, { project: "MOAC-01" }],
    farmerRegistry: "yes",
    wish: "yes",
    consentReferral: "yes",
    signedBy: "signature",
    interviewedOn: "2018-03-14",
    nextContactOn: "2018-06-15",
    phone: "0812344471",
    ...over,
  };
}

/** An interview on 14 March 2561 by an officer of a bank. */
export function buildContext(over: Partial<InterviewContext> = {}): InterviewContext {
  return {
    today: "2018-03-14",
    ruleSets: ruleSetsOfCode,
    agency: "BAAC",
    ...over,
  };
}
