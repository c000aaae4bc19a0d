import { useTranslations } from "next-intl";
import { agencyName, type OfficerAgency } from "@/domain/agencies";
import { hasCoInterviews } from "@/domain/co-interview";
import { mayEver, type Role } from "@/domain/policy";
import { LinkList } from "@/ui/link-list";

/** Links to the other pages: those that are not among the four main ones. */
export function WaysOn({ role, agency }: { role: Role; agency: OfficerAgency | null }) {
  const t = useTranslations("home");
  const links = [
    mayEver({ role }, "holder.list") && { href: "/duties", label: t("myDuties") },
    role === "agency_officer" &&
      agency !== null && {
        href: `/catalogue?agency=${encodeURIComponent(agency)}`,
        label: t("agencyCatalogue", { agency: agencyName(agency) }),
      },
    hasCoInterviews({ role, agency }) && { href: "/co-interviews", label: t("myCoInterviews") },
    role !== "agency_officer" &&
      mayEver({ role }, "referral.list") && { href: "/referrals", label: t("myReferrals") },
    mayEver({ role }, "transfer.answer") && { href: "/transfers", label: t("myTransfers") },
    mayEver({ role }, "correction.read") && { href: "/corrections", label: t("myCorrections") },
    mayEver({ role }, "inquiry.read") && { href: "/inquiries", label: t("myInquiries") },
    mayEver({ role }, "form.print") && { href: "/print/forms", label: t("printForms") },
  ].filter((link) => link !== false);
  return (
    <div className="mt-5">
      <LinkList links={links} layout="row" />
    </div>
  );
}
