import { decidesAt } from "@/domain/correction";
import { dueWords } from "@/domain/due";
import { mayEver } from "@/domain/policy";
import type { StepSource } from "./step";

/** A request of somebody else that the reader decides. */
export const correctionToDecide: StepSource = ({ casework, role, actorId, t }) => {
  if (!mayEver({ role }, "correction.decide")) return null;
  const level = role === "provincial_officer" ? "province" : "district";
  const waiting = casework.corrections.find(
    ({ status, field, requestedById }) =>
      status === "pending" && requestedById !== actorId && decidesAt(field) === level,
  );
  if (!waiting) return null;
  return {
    text: t("corrections.next", {
      field: t(`corrections.field_${waiting.field}`),
    }),
    urgent: true,
    action: {
      href: `/corrections?state=mine&open=${waiting.id}`,
      label: t("corrections.nextAction"),
    },
  };
};

/** A line of inquiry that the reader has to answer. */
export const inquiryToAnswer: StepSource = ({ casework, actorId, today, t }) => {
  const waiting = casework.inquiries.find(
    ({ answer, ownerId }) => answer === null && ownerId === actorId,
  );
  if (!waiting) return null;
  return {
    text: t("inquiries.nextStep", { due: dueWords(waiting.dueOn, today) }),
    urgent: true,
    action: { href: `/inquiries/${waiting.id}`, label: t("inquiries.open") },
  };
};
