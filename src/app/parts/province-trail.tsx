import { useTranslations } from "next-intl";
import { Link } from "@/ui/link";

/** Where a page lies below the province's overview, for its eyebrow. */
export function ProvinceTrail({ here }: { here: string }) {
  const t = useTranslations("province");
  return (
    <>
      <Link href="/province">{t("title")}</Link> / {here}
    </>
  );
}
