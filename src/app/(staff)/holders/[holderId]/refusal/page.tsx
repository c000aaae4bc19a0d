import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { mayRefuseInterview } from "@/domain/visit";
import { findInterviewee } from "@/server/assessments/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { findFormDraft } from "@/server/form-drafts/queries";
import { auditRead, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { KeepWords } from "@/ui/keep-words";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { RefusalForm } from "./refusal-form";

export async function generateMetadata() {
  return { title: (await getTranslations("assessment"))("refusalPageTitle") };
}

export default async function RefusalPage({
  params,
  searchParams,
}: PageProps<"/holders/[holderId]/refusal">) {
  const actor = await requireActor();
  const given = z.uuid().safeParse((await params).holderId);
  if (!given.success || !mayEver(actor, "interview.refuse")) notFound();
  const found = await scoped(actor, async (scope) => {
    const holder = await findInterviewee(scope, given.data);
    if (!holder) return null;
    auditRead(scope, "holder.read", { type: "holder", id: holder.id }, { page: "refusal" });
    return {
      holder,
      today: await programmeDate(scope.tx),
      kept: await findFormDraft(scope, holder.id, "refusal"),
    };
  });
  if (!found) notFound();

  const t = await getTranslations("assessment");
  const { title, firstName, lastName, id, interviewedOn } = found.holder;
  const back = (await searchParams).from === "day" ? "/day" : `/holders/${id}`;
  const mayRefuse = mayRefuseInterview(interviewedOn && fromDateColumn(interviewedOn), found.today);
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={<KeepWords>{`${title}${firstName} ${lastName}`}</KeepWords>}
        title={t(mayRefuse ? "refusalPageTitle" : "refusalInterviewed")}
        sub={mayRefuse && t("refusalHint")}
      />
      {mayRefuse ? (
        <RefusalForm holderId={id} today={found.today} kept={found.kept} back={back} />
      ) : (
        <LinkButton href={back}>{t("back")}</LinkButton>
      )}
    </div>
  );
}
