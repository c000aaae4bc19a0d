import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PaperDesk } from "@/app/printed/paper-desk";
import { askedAgencies, requestAbout } from "@/domain/officers-request";
import { mayEver } from "@/domain/policy";
import { readWholeNumber } from "@/domain/typed-numbers";
import { draftPaper } from "@/server/papers/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";

export async function generateMetadata() {
  return { title: (await getTranslations("preparation"))("requestTitle") };
}

/** The chief's letter to an agency that could send more account officers, with the figures of today's plan. */
export default async function RequestPage({ searchParams }: PageProps<"/district/plan/request">) {
  const [asked, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "outreach.plan")) notFound();
  const agency = askedAgencies.find((each) => each === asked.agency);
  if (!agency) notFound();
  const again = asked.draft === "new";
  const officers = readWholeNumber(String(asked.officers ?? ""));
  const about = officers === null ? agency : requestAbout(agency, officers);
  const draft = await scoped(actor, (scope) => draftPaper(scope, "officers_request", about, again));
  if (!draft) notFound();
  const t = await getTranslations("preparation");
  return (
    <PaperDesk
      draft={draft}
      back={{ href: "/district/plan", label: t("planTitle") }}
      again={`/district/plan/request?agency=${agency}${officers === null ? "" : `&officers=${officers}`}&draft=new`}
    />
  );
}
