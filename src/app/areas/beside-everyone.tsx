import { useTranslations } from "next-intl";
import { NumberLink } from "@/app/parts/number-link";

/** Under the numbers of 16:30: who is counted beside ทุกคน at this moment. Nothing where nobody is. */
export function BesideEveryone({ people, href }: { people: number; href: string }) {
  const t = useTranslations("daily");
  if (people === 0) return null;
  return (
    <p>
      {t("beside")} <NumberLink strong count={people} href={href} />
    </p>
  );
}
