import { useTranslations } from "next-intl";
import { type Role, reachOf } from "@/domain/policy";
import { Link } from "@/ui/link";

type Props = {
  role: Role;
  /** Where the page lies below the overview. */
  here: string;
};

/** The way back to the overview of the reader's district or province; for a role that has none only the page's name. */
export function DashboardTrail({ role, here }: Props) {
  const district = useTranslations("district");
  const province = useTranslations("province");
  const reach = reachOf({ role }, "district.view");
  if (!reach) return here;
  return (
    <>
      {reach === "district" ? (
        <Link href="/district">{district("title")}</Link>
      ) : (
        <Link href="/province">{province("title")}</Link>
      )}{" "}
      / {here}
    </>
  );
}
