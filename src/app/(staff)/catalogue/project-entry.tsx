import { useTranslations } from "next-intl";
import { projectAgencies } from "@/domain/agencies";
import { citations } from "@/domain/rules/citations";
import { targetGroups } from "@/domain/rules/rule-set";
import { Disclosure } from "@/ui/disclosure";
import { Quotation } from "@/ui/quotation";
import { Tag } from "@/ui/tag";
import type { CatalogueEntry } from "./filter";

/** One project: whose it is, which menus offer it, and where the papers name it. */
export function ProjectEntry({ project }: { project: CatalogueEntry }) {
  const t = useTranslations("catalogue");
  const owners = project.agencies.map((agency) => projectAgencies[agency]);
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 first:pt-0 last:pb-0 lg:grid-cols-2">
      <div>
        <h3 className="font-bold leading-snug">{project.name}</h3>
        <p>
          {owners.map(({ full, short }) => `${full} (${short})`).join(" · ")}
          <span className="keep text-soft"> · {t("code", { code: project.code })}</span>
        </p>
        {project.note && <p className="text-sm text-soft">{project.note}</p>}
      </div>
      <div>
        <Offers project={project} />
        <Disclosure summary={t("source")}>
          <div className="flex flex-col gap-3">
            {project.printed.map((id) => {
              const { clause, quote, reading } = citations[id];
              return (
                <Quotation key={id} source={clause} reading={reading && t("scan", { reading })}>
                  {quote}
                </Quotation>
              );
            })}
            <p className="text-sm text-soft">{t(`dimension_${project.dimensionSource}`)}</p>
          </div>
        </Disclosure>
      </div>
    </li>
  );
}

function Offers({ project: { offers } }: { project: CatalogueEntry }) {
  const t = useTranslations("catalogue");
  const words = useTranslations("words");
  const everyone = offers.length === targetGroups.length;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span className="text-soft">{t("offeredTo")}</span>
      {everyone && <Tag>{t("everyGroup")}</Tag>}
      {!everyone &&
        offers.map(({ group, category }) => (
          <Tag key={group}>
            {category
              ? t("offer", { group: words(`group_${group}`), category })
              : words(`group_${group}`)}
          </Tag>
        ))}
    </p>
  );
}
