import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver, reachOf } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { unlistedLetter } from "@/server/papers/signed";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { viewUnlisted } from "@/server/unlisted/queries";
import { UnlistedCase } from "./unlisted-case";

export async function generateMetadata() {
  return { title: (await getTranslations("province"))("unlistedTitle") };
}

export default async function UnlistedCasePage({
  params,
}: PageProps<"/province/unlisted/[unlistedId]">) {
  const [{ unlistedId }, actor] = await Promise.all([params, requireActor()]);
  const id = z.uuid().safeParse(unlistedId);
  if (!id.success || reachOf(actor, "unlisted.list") !== "province") notFound();
  const found = await scoped(actor, async (scope) => {
    const person = await viewUnlisted(scope, id.data);
    return (
      person && {
        person,
        letter: await unlistedLetter(scope, person, await programmeDate(scope.tx)),
      }
    );
  });
  if (!found) notFound();
  return (
    <UnlistedCase
      {...found}
      mayDecide={mayEver(actor, "unlisted.decide")}
      mayApprove={mayEver(actor, "unlisted.approve")}
    />
  );
}
