import { useTranslations } from "next-intl";
import { PhoneLink } from "@/app/parts/phone-link";
import { ProjectGuideText } from "@/app/parts/project-guide";
import { projectAgencies } from "@/domain/agencies";
import { questionsOf } from "@/domain/assessment/conditions";
import { passageOf } from "@/domain/rules/reasons";
import { targetGroups } from "@/domain/rules/rule-set";
import { toArabicDigits } from "@/domain/thai";
import type { LocalCatalogue } from "@/server/catalogue/queries";
import { Disclosure } from "@/ui/disclosure";
import { Link } from "@/ui/link";
import { Quotation } from "@/ui/quotation";
import { Tag } from "@/ui/tag";
import type { CatalogueEntry } from "./filter";

type Entry = { project: CatalogueEntry; local: LocalCatalogue };
type Props = Entry & { mayDescribe: boolean };

/** One project: its agency, the menus that offer it, and where the programme's documents name it. */
export function ProjectEntry({ project, local, mayDescribe }: Props) {
  const t = useTranslations("catalogue");
  const owners = project.agencies.map((agency) => projectAgencies[agency]);
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 first:pt-0 last:pb-0 lg:grid-cols-2">
      <div>
        <h3 className="font-bold leading-snug">{project.name}</h3>
        <p>
          {[...owners.map(({ full, short }) => `${full} (${short})`), project.beside]
            .filter(Boolean)
            .join(" · ")}
          <span className="keep text-soft"> · {t("code", { code: project.code })}</span>
        </p>
        <Guide project={project} local={local} />
        {mayDescribe && (
          <Link href={`/catalogue/${project.code}`} className="inline-flex min-h-12 items-center">
            {t(local.guides[project.code] ? "guideChange" : "guideWrite")}
          </Link>
        )}
        <Conditions project={project} />
        <Local project={project} local={local} />
        {project.note && <p className="text-sm text-soft">{project.note}</p>}
      </div>
      <div>
        <Offers project={project} />
        <Disclosure summary={t("source")}>
          <div className="flex flex-col gap-3">
            {project.printed.map(passageOf).map(({ clause, quote, reading }) => {
              return (
                <Quotation
                  key={clause}
                  source={toArabicDigits(clause)}
                  reading={reading && t("scan", { reading })}
                >
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

/** What it gives, in the province's words; where nobody has written, it says so. */
function Guide({ project, local }: Entry) {
  const t = useTranslations("catalogue");
  const guide = local.guides[project.code];
  return guide ? (
    <div className="my-1">
      <ProjectGuideText guide={guide} />
    </div>
  ) : (
    <p className="text-sm text-soft">{t("guideNone")}</p>
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

/** For whom it is by its own name, for the papers say nothing more; and what the interview asks before it is referred. */
function Conditions({ project }: { project: CatalogueEntry }) {
  const t = useTranslations("catalogue");
  const asked = questionsOf(project).flatMap((question) =>
    askedWords.flatMap((word) => (word === question ? [t(`asked_${word}`)] : [])),
  );
  return (
    <p className="text-sm">
      <span className="text-soft">{t("condition")}</span>{" "}
      {project.forWhom ? t("conditionOfName", { words: project.forWhom }) : t("conditionAsk")}
      {asked.length > 0 && (
        <>
          <br />
          <span className="text-soft">{t("asked")}</span> {asked.join(" · ")}
        </>
      )}
    </p>
  );
}

const askedWords = [
  "baacCustomer",
  "farmerRegistry",
  "socialSecurity",
  "debtKind",
  "contactPerson",
] as const;

/** Places left in the province, and whom to call there, unless the guide has said so: one contact a project. */
function Local({ project, local }: Entry) {
  const t = useTranslations("catalogue");
  const guide = local.guides[project.code];
  const told = Boolean(guide?.office || guide?.phone);
  const places = local.places.get(project.code);
  const contacts = local.contacts.filter(({ agency }) =>
    project.agencies.some((each) => each === agency),
  );
  return (
    <p className="text-sm">
      {places && (
        <span className="mr-2 font-semibold">
          {places.left > 0
            ? t("placesLeft", { left: places.left, places: places.places })
            : t("placesFull", { places: places.places })}
        </span>
      )}
      {!told && <Contacts contacts={contacts} />}
    </p>
  );
}

/** The agency's officers in the system; without any, its office in the province. */
function Contacts({ contacts }: Pick<LocalCatalogue, "contacts">) {
  const t = useTranslations("catalogue");
  return (
    <>
      <span className="text-soft">{t("contact")}</span> {contacts.length === 0 && t("contactNone")}
      {contacts.map(({ name, position, phone }, index) => (
        <span key={name}>
          {index > 0 && " · "}
          {name} {position} {phone && <PhoneLink number={phone} />}
        </span>
      ))}
    </>
  );
}
