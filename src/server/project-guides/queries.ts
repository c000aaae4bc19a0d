import type { ProjectGuide, ProjectGuides } from "@/domain/project-guide";
import type { Scoped } from "@/server/scope";
import { fromDateColumn } from "../clock";

const columns = {
  id: true,
  project: true,
  gives: true,
  office: true,
  phone: true,
  recordedOn: true,
  recordedBy: { select: { name: true } },
} as const;

/** What the actor's province says of its projects today. */
export async function listProjectGuides({ tx, actor }: Scoped): Promise<ProjectGuides> {
  // The administrator is of no province and may not read what provinces write.
  if (!actor.provinceCode) return {};
  const newest = await tx.projectGuide.findMany({
    where: { provinceCode: actor.provinceCode },
    select: columns,
    distinct: ["project"],
    orderBy: [{ project: "asc" }, { recordedAt: "desc" }],
  });
  return Object.fromEntries(
    newest.flatMap(({ project, gives, ...row }): [string, ProjectGuide][] =>
      gives === null ? [] : [[project, written({ gives, ...row })]],
    ),
  );
}

/** Every writing about one project, the newest first; one without words took the one before back. */
export async function listWritings({ tx, actor }: Scoped, project: string) {
  const rows = await tx.projectGuide.findMany({
    where: { provinceCode: actor.provinceCode ?? "-", project },
    select: columns,
    orderBy: { recordedAt: "desc" },
    take: 20,
  });
  return rows.map(({ id, gives, ...row }) => ({ id, ...written({ ...row, gives: gives ?? "" }) }));
}
export type Writing = Awaited<ReturnType<typeof listWritings>>[number];

function written({
  gives,
  office,
  phone,
  recordedOn,
  recordedBy,
}: {
  gives: string;
  office: string | null;
  phone: string | null;
  recordedOn: Date;
  recordedBy: { name: string };
}): ProjectGuide {
  return {
    gives,
    office,
    phone,
    writtenBy: recordedBy.name,
    writtenOn: fromDateColumn(recordedOn),
  };
}
