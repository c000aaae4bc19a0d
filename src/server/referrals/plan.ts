import type { Scoped } from "@/server/scope";

/** The plan in force: the projects of the latest interview that said yes; null where there is none. */
export async function findAgreedInterview({ tx }: Scoped, holderId: string) {
  return tx.assessment.findFirst({
    where: {
      holderId,
      answer: "yes",
      counts: true,
    },
    select: {
      id: true,
      questions: true,
      answers: true,
      rulesVersion: true,
      projects: { select: { project: true }, orderBy: { priority: "asc" } },
    },
    orderBy: [{ interviewedOn: "desc" }, { recordedAt: "desc" }],
  });
}
