import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { findBearersReferral } from "@/server/links/queries";
import { scoped } from "@/server/scope";
import { findBearer } from "@/server/session";
import { BearerView } from "./bearer-view";

type Props = PageProps<"/answer/[token]">;

export async function generateMetadata() {
  return { title: (await getTranslations("referrals"))("title"), robots: "noindex" };
}

/** One referral for anyone who has its link, nothing else; any other token, whatever is wrong with it, is not found. */
export default async function AnswerPage({ params }: Props) {
  const { token } = await params;
  const bearer = await findBearer(token);
  const referral = bearer && (await scoped(bearer, findBearersReferral));
  if (!referral) notFound();
  return <BearerView referral={referral} token={token} />;
}
