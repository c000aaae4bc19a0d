import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { getReferralConsent } from "@/server/consents/queries";
import { listLinks } from "@/server/links/queries";
import { findPersonsReferrals } from "@/server/referrals/person";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PersonReferrals } from "./person-referrals";

type Props = PageProps<"/holders/[holderId]/referrals">;

export async function generateMetadata() {
  return { title: (await getTranslations("referrals"))("title") };
}

export default async function HolderReferralsPage({ params }: Props) {
  const actor = await requireActor();
  const holderId = z.uuid().safeParse((await params).holderId);
  if (!holderId.success || !mayEver(actor, "referral.list") || !mayEver(actor, "holder.read"))
    notFound();
  const found = await scoped(actor, async (scope) => {
    const person = await findPersonsReferrals(scope, holderId.data);
    if (!person) return null;
    return {
      ...person,
      consent: await getReferralConsent(scope, holderId.data),
      links: mayEver(actor, "referral.link") ? await listLinks(scope, holderId.data) : [],
    };
  });
  if (!found) notFound();
  return <PersonReferrals {...found} holderId={holderId.data} role={actor.role} />;
}
