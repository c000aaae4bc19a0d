import type { Cause } from "@/domain/assessment";
import type { Recommendation } from "@/domain/assessment/recommend";
import type { Decision } from "@/domain/rules/decide";
import type { Facts } from "@/domain/rules/facts";
import type { Prisma } from "@/server/generated/prisma/client";

/** What stood beside a project on the day: its status, and the causes that spoke for it. */
export type StoredRecommendation = {
  project: string;
  status: Recommendation["status"];
  causes: Cause[];
};

/** The decision of the day as it is kept in `assessment.decision`: with what it was decided from. */
export type StoredDecision = Decision & { facts: Facts; recommended: StoredRecommendation[] };

/** As a JSON column takes it. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

/** Reads the column back. */
export function storedDecision(column: Prisma.JsonValue): {
  decision: Decision;
  recommended: StoredRecommendation[];
} {
  const { recommended, ...decision } = column as unknown as StoredDecision;
  return { decision, recommended };
}
