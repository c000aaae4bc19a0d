import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { readPageNumber } from "@/domain/typed-numbers";
import { listAnswerLines } from "@/server/month-runs/answers";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { AnswerLinesView } from "./answer-lines-view";

export async function generateMetadata() {
  return { title: (await getTranslations("runAnswers"))("linesTitle") };
}

/** Who differs in the Ministry's newest answer to a run. */
export default async function AnswerLinesPage({
  params,
  searchParams,
}: PageProps<"/runs/[runId]/answer">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).runId);
  if (!id.success || !mayEver(actor, "run.read")) notFound();
  const page = readPageNumber((await searchParams).page);
  const found = await scoped(actor, (scope) => listAnswerLines(scope, id.data, page));
  if (!found) notFound();
  return <AnswerLinesView {...found} runId={id.data} role={actor.role} />;
}
