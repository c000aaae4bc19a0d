import { Database, UserCheck, UserRoundPlus } from "lucide-react";
import type { EventSource } from "./event";

/** Who was given the case, and when it was taken back. */
export const assignmentEvents: EventSource = ({ assignments }, t) =>
  assignments.map((assignment) => ({
    key: assignment.id,
    kind: "office",
    on: assignment.assignedOn,
    at: assignment.createdAt.getTime(),
    icon: UserCheck,
    title: assignment.officer
      ? t("caseFile.eventAssigned", {
          name: assignment.officer.name,
          code: assignment.officerCode ?? "",
        })
      : t("caseFile.eventTaken"),
    by: assignment.assignedBy.position,
  }));

/** The import or the registration that added the holder, and the imports that changed them. */
export const importEvents: EventSource = ({ changes }, t, { createdBatch, registration }) => [
  ...changes.map(({ batch }) => ({
    key: `change-${batch.number}`,
    kind: "office" as const,
    on: batch.programmeOn,
    at: batch.finishedAt?.getTime() ?? 0,
    icon: Database,
    title: t("caseFile.eventImportChanged"),
    by: t("caseFile.eventBatch", { number: batch.number }),
  })),
  ...(createdBatch
    ? [
        {
          key: "created",
          kind: "office" as const,
          on: createdBatch.programmeOn,
          at: 0,
          icon: Database,
          title: t("caseFile.eventImported"),
          by: t("caseFile.eventBatch", { number: createdBatch.number }),
        },
      ]
    : []),
  ...(registration
    ? [
        {
          key: "registered",
          kind: "office" as const,
          on: registration.cameOn,
          at: registration.recordedAt.getTime(),
          icon: UserRoundPlus,
          title: t("caseFile.eventRegistered", { place: registration.placeName }),
          by: registration.recordedBy.position,
        },
      ]
    : []),
];
