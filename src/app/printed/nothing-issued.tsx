import { useTranslations } from "next-intl";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";
import type { Back } from "./sheet";

/** The page of a paper whose time has gone by, and of which none was issued. */
export function NothingIssued({ back }: { back: Back }) {
  const t = useTranslations("papers");
  return (
    <>
      <PageHeading eyebrow={<Link href={back.href}>{back.label}</Link>} title={t("overTitle")} />
      <EmptyState title={t("overNone")} />
    </>
  );
}
