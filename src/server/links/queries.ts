import { projectNameOn } from "@/domain/rules/sets";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { env } from "@/server/env";
import { auditRead, referralsFor, type Scoped } from "@/server/scope";
import { tokenOf } from "./token";

/** The unused links of a person's referrals, by referral; without their tokens. */
export async function listLinks({ tx, actor }: Scoped, holderId: string) {
  const rows = await tx.referralLink.findMany({
    where: { referral: { AND: [{ holderId }, referralsFor(actor, "referral.link")] } },
    select: { id: true, referralId: true, expiresOn: true, usedAt: true },
    orderBy: { recordedAt: "desc" },
  });
  const today = await programmeDate(tx);
  return rows
    .map((row) => ({ ...row, expiresOn: fromDateColumn(row.expiresOn) }))
    .filter(({ usedAt, expiresOn }) => usedAt !== null || expiresOn >= today);
}
export type IssuedLink = Awaited<ReturnType<typeof listLinks>>[number];

/** The letter with a link for its agency; null if the link is used, expired or out of reach. Audited. */
export async function findLinkLetter(scope: Scoped, linkId: string) {
  const { tx, actor, ruleSets } = scope;
  const link = await tx.referralLink.findFirst({
    where: {
      AND: [
        { id: linkId, usedAt: null },
        { referral: { AND: [{ state: "sent" }, referralsFor(actor, "referral.link")] } },
      ],
    },
    select: {
      id: true,
      expiresOn: true,
      recordedOn: true,
      districtCode: true,
      referral: {
        select: {
          holderId: true,
          project: true,
          agency: true,
          holderName: true,
          holderPlace: true,
          senderName: true,
          senderPhone: true,
          answers: true,
        },
      },
    },
  });
  const today = await programmeDate(tx);
  if (!link || fromDateColumn(link.expiresOn) < today) return null;
  auditRead(scope, "referral.link", { type: "referral_link", id: linkId });
  const district = await tx.district.findUniqueOrThrow({ where: { code: link.districtCode } });
  const { answers, ...referral } = link.referral;
  return {
    ...referral,
    agency: referral.agency,
    answers: answers,
    district: district.name,
    districtCode: link.districtCode,
    recordedOn: fromDateColumn(link.recordedOn),
    expiresOn: fromDateColumn(link.expiresOn),
    projectName: projectNameOn(ruleSets, fromDateColumn(link.recordedOn), referral.project),
    address: `${new URL(env().PUBLIC_URL).origin}/answer/${tokenOf(link.id)}`,
  };
}
export type LinkLetter = NonNullable<Awaited<ReturnType<typeof findLinkLetter>>>;

/** What an agency sees through a link: its one referral while it waits; otherwise null. The look is audited. */
export async function findBearersReferral(scope: Scoped) {
  const { tx, ruleSets } = scope;
  const found = await tx.referral.findFirst({
    where: { state: "sent" },
    select: {
      id: true,
      project: true,
      agency: true,
      sentOn: true,
      nextOn: true,
      consentWithdrawnOn: true,
      holderName: true,
      holderPlace: true,
      holderPhone: true,
      senderName: true,
      senderPhone: true,
      answers: true,
    },
  });
  if (!found) return null;
  auditRead(scope, "referral.answer", { type: "referral", id: found.id }, { page: "link" });
  const sentOn = found.sentOn && fromDateColumn(found.sentOn);
  return {
    ...found,
    projectName: projectNameOn(ruleSets, sentOn ?? "", found.project),
    agency: found.agency,
    sentOn,
    nextOn: found.nextOn && fromDateColumn(found.nextOn),
    answers: found.answers,
  };
}
export type BearersReferral = NonNullable<Awaited<ReturnType<typeof findBearersReferral>>>;
