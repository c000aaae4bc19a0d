import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Letter } from "@/app/printed/letter";
import { QrCode } from "@/app/printed/qr-code";
import { projectAgencies } from "@/domain/agencies";
import { mayEver } from "@/domain/policy";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import { findLinkLetter } from "@/server/links/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";

type Props = PageProps<"/referrals/links/[linkId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("referrals"))("link") };
}

/** The letter to an agency without an account, with the link as text and as a code to scan. */
export default async function LinkLetterPage({ params }: Props) {
  const actor = await requireActor();
  const linkId = z.uuid().safeParse((await params).linkId);
  if (!linkId.success || !mayEver(actor, "referral.link")) notFound();
  const letter = await scoped(actor, (scope) => findLinkLetter(scope, linkId.data));
  if (!letter) notFound();
  const t = await getTranslations("referrals");
  const project = letter.projectName;
  const answers = letter.answers.map(({ ask, answer }) => `${ask}: ${answer}`).join(" · ");
  return (
    <Letter
      back={{ href: `/holders/${letter.holderId}/referrals`, label: t("backToReferrals") }}
      office={t("letterOffice", { district: letter.district })}
      date={letter.recordedOn}
      subject={t("letterSubject", { project })}
      to={t("letterTo", { agency: projectAgencies[letter.agency].full })}
      reference={t("letterReference")}
      paragraphs={[
        t("letterWhy", {
          name: letter.holderName ?? "",
          place: letter.holderPlace ?? "",
          project,
        }),
        ...(answers ? [answers] : []),
        t("letterAsk", { date: formatThaiDate(letter.answerBy ?? letter.expiresOn) }),
      ]}
      signer={t("letterSigner", { district: letter.district })}
    >
      <div data-keep-together className="mt-8 flex flex-wrap items-center gap-4">
        <QrCode text={letter.address} label={t("link")} />
        <div className="min-w-0 flex-1">
          <p className="text-sm [overflow-wrap:anywhere]">{letter.address}</p>
          <p className="text-sm">
            {toThaiDigits(t("linkOpen", { date: formatThaiDate(letter.expiresOn) }))}
          </p>
          <p className="text-sm">
            {toThaiDigits(
              t("letterContact", {
                name: letter.senderName ?? "",
                phone: letter.senderPhone ?? "",
              }),
            )}
          </p>
        </div>
      </div>
    </Letter>
  );
}
