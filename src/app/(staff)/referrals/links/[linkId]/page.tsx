import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PaperDesk } from "@/app/printed/paper-desk";
import { PaperText } from "@/app/printed/paper-text";
import { QrCode } from "@/app/printed/qr-code";
import { formatPhone } from "@/domain/phone";
import { mayEver } from "@/domain/policy";
import { toThaiDigits } from "@/domain/thai";
import { formatThaiDate } from "@/domain/thai-dates";
import { findLinkLetter } from "@/server/links/queries";
import { draftPaper } from "@/server/papers/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";

type Props = PageProps<"/referrals/links/[linkId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("referrals"))("link") };
}

/** The letter to an agency without an account, with the link as text and as a code to scan. */
export default async function LinkLetterPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { draft: wanted } = await searchParams;
  const linkId = z.uuid().safeParse((await params).linkId);
  if (!linkId.success || !mayEver(actor, "referral.link")) notFound();
  const found = await scoped(actor, async (scope) => {
    const letter = await findLinkLetter(scope, linkId.data);
    const draft = await draftPaper(scope, "referral_letter", linkId.data, wanted === "new");
    return letter && draft && { letter, draft };
  });
  if (!found) notFound();
  const { letter, draft } = found;
  const t = await getTranslations("referrals");
  return (
    <PaperDesk
      draft={draft}
      back={{ href: `/holders/${letter.holderId}/referrals`, label: t("backToReferrals") }}
      again={`/referrals/links/${linkId.data}?draft=new`}
    >
      <div className="flex max-w-[22rem] items-center gap-4 print:max-w-[108mm] print:gap-3">
        <QrCode text={letter.address} label={t("link")} />
        <div className="min-w-0 flex-1">
          <p className="text-sm break-all">{letter.address}</p>
          <p className="text-sm">
            <PaperText>
              {toThaiDigits(t("letterUntil", { date: formatThaiDate(letter.expiresOn) }))}
            </PaperText>
          </p>
          <p className="text-sm">
            <PaperText>
              {toThaiDigits(
                t("letterContact", {
                  name: letter.senderName ?? "",
                  phone: formatPhone(letter.senderPhone ?? ""),
                }),
              )}
            </PaperText>
          </p>
        </div>
      </div>
    </PaperDesk>
  );
}
