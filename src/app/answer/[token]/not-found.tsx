import { useTranslations } from "next-intl";
import { PageHeading } from "@/ui/page-heading";
import { Shell } from "@/ui/shell";

/** The same page for every link that does not open, whatever is wrong with it. */
export default function LinkNotFound() {
  const t = useTranslations("referrals");
  const shell = useTranslations("shell");
  return (
    <Shell brand={{ label: shell("brand"), href: "/sign-in" }}>
      <div className="mx-auto max-w-form">
        <PageHeading title={t("bearerNotFound")} sub={t("bearerNotFoundText")} />
      </div>
    </Shell>
  );
}
