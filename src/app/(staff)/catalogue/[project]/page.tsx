import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { projectOn } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { listWritings } from "@/server/project-guides/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import { GuideForm } from "./guide-form";
import { Writings } from "./writings";

type Props = PageProps<"/catalogue/[project]">;

export async function generateMetadata() {
  return { title: (await getTranslations("catalogue"))("guideEyebrow") };
}

export default async function ProjectGuidePage({ params }: Props) {
  const actor = await requireActor();
  if (!mayEver(actor, "project.describe")) notFound();
  const { project: code } = await params;
  const { project, writings } = await scoped(actor, async (scope) => ({
    project: projectOn(scope.ruleSets, await programmeDate(scope.tx), code),
    writings: await listWritings(scope, code),
  }));
  if (!project) notFound();
  const t = await getTranslations("catalogue");
  return (
    <div className="max-w-[52rem]">
      <Link href="/catalogue" className="inline-flex min-h-12 items-center">
        {t("guideBack")}
      </Link>
      <PageHeading eyebrow={t("guideEyebrow")} title={project.name} sub={t("guideSub")} />
      <GuideForm project={code} newest={writings[0]} />
      <Writings writings={writings} />
    </div>
  );
}
