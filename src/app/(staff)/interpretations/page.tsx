import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { interpretations } from "@/domain/rules/interpretations";
import { keysOf } from "@/domain/tables";
import { requireActor } from "@/server/session";
import { FilterLinks } from "@/ui/filter-links";
import { PageHeading } from "@/ui/page-heading";
import { InterpretationEntry } from "./interpretation-entry";

type Props = PageProps<"/interpretations">;

const filters = {
  all: () => true,
  printed: ({ printed }) => printed.length > 0,
  silent: ({ printed }) => printed.length === 0,
} satisfies Record<string, (entry: (typeof interpretations)[number]) => boolean>;

const names = keysOf(filters);

export async function generateMetadata() {
  return { title: (await getTranslations("shell"))("interpretations") };
}

export default async function InterpretationsPage({ searchParams }: Props) {
  if (!mayEver(await requireActor(), "catalogue.view")) notFound();
  const t = await getTranslations("interpretations");
  const { papers } = await searchParams;
  const chosen = names.find((name) => name === papers) ?? "all";
  return (
    <div className="mx-auto max-w-[820px]">
      <PageHeading title={t("title", { count: interpretations.length })} sub={t("sub")} />
      <FilterLinks
        label={t("filter")}
        choices={names.map((name) => ({
          href: name === "all" ? "/interpretations" : `/interpretations?papers=${name}`,
          label: t(name),
          count: interpretations.filter(filters[name]).length,
          current: name === chosen,
        }))}
      />
      <div className="flex flex-col gap-5">
        {interpretations.filter(filters[chosen]).map((entry) => (
          <InterpretationEntry key={entry.number} entry={entry} />
        ))}
      </div>
    </div>
  );
}
