import Link from "next/link";
import { useTranslations } from "next-intl";

/** From a part of a list, which a number of the home page opened, to all of it. */
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
