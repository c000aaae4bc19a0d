import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { correctionViews } from "@/domain/correction";
import { mayEver } from "@/domain/policy";
import { listCorrections } from "@/server/corrections/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { CorrectionsView } from "./corrections-view";

export async function generateMetadata() {
  return { title: (await getTranslations("corrections"))("title") };
}

/** Requests of one state (`?state=`), one of them open (`?open=`). */
export default async function CorrectionsPage({ searchParams }: PageProps<"/corrections">) {
  const [values, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "correction.read")) notFound();
  const decides = mayEver(actor, "correction.decide");
  const state =
    correctionViews.find((known) => known === values.state) ?? (decides ? "mine" : "pending");
  const corrections = await scoped(actor, (scope) => listCorrections(scope, state));
  const open = corrections.rows.find(({ id }) => id === values.open) ?? corrections.rows[0] ?? null;
  return <CorrectionsView corrections={corrections} state={state} open={open} role={actor.role} />;
}
