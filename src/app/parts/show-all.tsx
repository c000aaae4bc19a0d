import { useTranslations } from "next-intl";
import { Link } from "@/ui/link";

/** A link from a part of a list (opened by a number of the home page) to the whole list. */
export function ShowAll({ href }: { href: string }) {
  const t = useTranslations("shell");
  return (
    <p data-screen-only className="mb-4">
      <Link href={href} className="inline-flex min-h-12 items-center">
        {t("showAll")}
      </Link>
    </p>
  );
}
