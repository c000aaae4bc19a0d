import type { OfficialPaper } from "@/domain/official-paper";
import { projectPhrase } from "@/domain/project-phrase";
import { formatThaiDate } from "@/domain/thai-dates";
import { say } from "@/i18n/words";
import { findLinkLetter } from "@/server/links/queries";
import { findOffice, headOfAgency } from "@/server/offices/queries";
import type { Scoped } from "@/server/scope";
import { nationalReference, ofOffice, text } from "./parts";

/**
 * The chief asks an agency without an account to take up one person; the page adds the link. An account officer with
 * several districts writes for the district of the person.
 */
export async function referralLetter(scope: Scoped, linkId: string): Promise<OfficialPaper | null> {
  const letter = await findLinkLetter(scope, linkId);
  if (!letter) return null;
  const office = await findOffice(scope, letter.districtCode);
  const project = projectPhrase(letter.projectName);
  const facts = letter.answers.map(({ ask, answer }) => `${ask} ${answer}`);
  return {
    ...(await ofOffice(scope, office)),
    subject: say("papers.referralSubject", { project }),
    to: await headOfAgency(scope, letter.agency),
    reference: nationalReference(scope, letter.recordedOn),
    body: [
      text(say("papers.referralWhy")),
      text(
        say("papers.referralBody", {
          district: letter.district,
          name: letter.holderName ?? "",
          place: letter.holderPlace ?? "",
          project,
        }),
      ),
      ...(facts.length > 0
        ? [text(say("papers.referralFacts")), { kind: "items", items: facts } as const]
        : []),
      text(
        say("papers.referralWish", {
          // The link's last day and no other: the day of the referral may be past when a link is made for it.
          date: formatThaiDate(letter.expiresOn),
        }),
      ),
    ],
  };
}
