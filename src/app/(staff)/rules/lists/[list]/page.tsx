import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { viewOneOff } from "@/server/one-offs/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { OneOffListView } from "./list-view";

export async function generateMetadata() {
  return { title: (await getTranslations("oneOffs"))("title") };
}

/** Who receives what a letter gives once, in the own province: the file that is sent, its check, the persons. */
export default async function OneOffListPage(props: PageProps<"/rules/lists/[list]">) {
  const actor = await requireActor();
  if (!mayEver(actor, "run.read")) notFound();
  const { list } = await props.params;
  const after = z.uuid().safeParse((await props.searchParams).after);
  const view = await scoped(actor, (scope) => viewOneOff(scope, list, after.data ?? null));
  if (!view) notFound();
  return <OneOffListView view={view} actor={{ id: actor.id, role: actor.role }} />;
}
