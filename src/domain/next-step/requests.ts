import { decidesAt } from "@/domain/correction";
import { mayEver } from "@/domain/policy";
import type { StepSource } from "./case";

/** A request by another officer that the reader decides. */
export const correctionToDecide: StepSource = ({ case: { corrections }, reader }) => {
  if (!mayEver(reader, "correction.decide")) return null;
  const level = reader.role === "provincial_officer" ? "province" : "district";
  const waiting = corrections.find(
    ({ status, field, requestedById }) =>
      status === "pending" && requestedById !== reader.id && decidesAt(field) === level,
  );
  if (!waiting) return null;
  return {
    code: "decide_correction",
    correctionId: waiting.id,
    field: waiting.field,
    urgent: true,
    forReader: true,
  };
};

/** An inquiry that the reader must answer. */
export const inquiryToAnswer: StepSource = ({ case: { inquiries }, reader }) => {
  const waiting = inquiries.find(({ answer, ownerId }) => answer === null && ownerId === reader.id);
  if (!waiting) return null;
  return {
    code: "answer_inquiry",
    inquiryId: waiting.id,
    dueOn: waiting.dueOn,
    urgent: true,
    forReader: true,
  };
};
