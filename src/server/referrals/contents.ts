import type { Answers } from "@/domain/assessment";
import type { AskedQuestion } from "@/domain/assessment/asked";
import { type Phones, phoneOf } from "@/domain/phone";
import { type SharedAnswer, sharedAnswers } from "@/domain/referral-contents";
import { projectOf } from "@/domain/rules/menu";
import { type RuleSets, rulesOfVersion } from "@/domain/rules/sets";
import { phoneColumns } from "@/server/holders/phone";
import { fullName } from "@/server/holders/search";
import type { Scoped } from "@/server/scope";

/**
 * What the agencies of a holder's referrals get: name, village and telephone, the officer who sends it, and for each
 * project the answers that it needs. Copied into each referral when it is sent; an agency sees nothing else.
 */
export async function contentsFor({ tx, actor }: Scoped, holderId: string) {
  const holder = await tx.holder.findUniqueOrThrow({
    where: { id: holderId },
    select: {
      title: true,
      firstName: true,
      lastName: true,
      moo: true,
      ...phoneColumns,
      subdistrict: { select: { name: true } },
      district: { select: { name: true } },
    },
  });
  const sender = await tx.officer.findUniqueOrThrow({
    where: { id: actor.id },
    select: { name: true, phone: true },
  });
  return contentsOf(holder, sender);
}

type ShownHolder = Phones & {
  title: string;
  firstName: string;
  lastName: string;
  moo: number | null;
  subdistrict: { name: string };
  district: { name: string };
};

/** The same of a holder and an officer that have been read. */
export function contentsOf(holder: ShownHolder, sender: { name: string; phone: string | null }) {
  const place = [
    holder.moo !== null && `หมู่ที่ ${holder.moo}`,
    `ตำบล${holder.subdistrict.name}`,
    `อำเภอ${holder.district.name}`,
  ];
  return {
    holderName: fullName(holder.title, holder.firstName, holder.lastName),
    holderPlace: place.filter(Boolean).join(" "),
    holderPhone: phoneOf(holder),
    senderName: sender.name,
    senderPhone: sender.phone,
  };
}

type Frozen = { questions: AskedQuestion[]; answers: Answers; rulesVersion: string };

/** The answers that are sent with a project, from the frozen interview. */
export function answersFor(
  ruleSets: RuleSets,
  project: string,
  { questions, answers, rulesVersion }: Frozen,
): SharedAnswer[] {
  const known = projectOf(rulesOfVersion(ruleSets, rulesVersion), project);
  return sharedAnswers(known, questions, answers);
}
