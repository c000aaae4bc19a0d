import { askedBefore } from "@/domain/referral";
import { referralCount } from "@/domain/referral-count";
import { projectOf } from "@/domain/rules/menu";
import { rulesOfVersion } from "@/domain/rules/sets";
import { programmeDate } from "@/server/clock";
import { fullName } from "@/server/holders/search";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { findAgreedInterview } from "./plan";
import { listReferralsOf } from "./queries";

/** One holder with all their referrals, and how many of the plan are still to be sent; null out of reach. Audited. */
export async function findPersonsReferrals(scope: Scoped, holderId: string) {
  const { tx, actor, ruleSets } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "holder.read")] },
    select: { title: true, firstName: true, lastName: true },
  });
  if (!holder) return null;
  auditRead(scope, "holder.read", { type: "holder", id: holderId }, { page: "referrals" });
  const referrals = await listReferralsOf(scope, holderId);
  const plan = await findAgreedInterview(scope, holderId);
  const drafts = referrals.filter(
    ({ state, assessmentId }) => state === "draft" && assessmentId === plan?.id,
  );
  const missing = (plan?.projects ?? []).flatMap(({ project }) =>
    projectOf(rulesOfVersion(ruleSets, plan?.rulesVersion ?? ""), project)
      .agencies.filter(
        (agency) =>
          !referrals.some(
            (row) =>
              row.project === project &&
              row.agency === agency &&
              (row.endedOn === null || row.assessmentId === plan?.id),
          ),
      )
      .map((agency) => ({ project, agency })),
  );
  return {
    name: fullName(holder.title, holder.firstName, holder.lastName),
    today: await programmeDate(tx),
    referrals,
    toSend: drafts.length + missing.length,
    toSendOf: referralCount([...drafts, ...missing]),
    /** What the agencies that are about to be written to were asked already. */
    asked: askedBefore(
      referrals,
      [...drafts, ...missing].map(({ agency }) => agency),
    ),
  };
}
export type PersonsReferrals = NonNullable<Awaited<ReturnType<typeof findPersonsReferrals>>>;
