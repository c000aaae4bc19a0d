import { useTranslations } from "next-intl";
import { formatThaiMonth } from "@/domain/thai-dates";
import type { PaperMenu } from "@/server/assessments/paper-menu";

/** The menu with its codes and the groups to which each project is offered, then the top-up of this person's band. */
export function PaperMenuTable({ menu }: { menu: PaperMenu }) {
  const t = useTranslations("paperForm");
  const words = useTranslations("words");
  const { groups, projects, topUp } = menu;
  return (
    <>
      <table className="mt-1 w-full border-collapse text-[0.9em] leading-tight">
        <caption className="text-left">{t("menu")}</caption>
        <thead>
          <tr>
            {[t("menuCode"), t("menuName"), t("menuAgency")].map((head) => (
              <th key={head} scope="col" className="border border-ink px-1 text-left">
                {head}
              </th>
            ))}
            {groups.map((group) => (
              <th key={group} scope="col" className="border border-ink px-1">
                {words(`group_${group}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {projects.map(({ code, name, agency, offered }) => (
            <tr key={code}>
              <td className="keep border border-ink px-1">{code}</td>
              <td className="border border-ink px-1">{name}</td>
              <td className="border border-ink px-1">{agency}</td>
              {groups.map((group, index) => (
                <td key={group} className="border border-ink px-1 text-center">
                  {offered[index] ? "✓" : ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {topUp && (
        <p className="mt-1 font-semibold">
          {t("topUp", { monthly: topUp.monthly, until: formatThaiMonth(topUp.until) })}
        </p>
      )}
    </>
  );
}
