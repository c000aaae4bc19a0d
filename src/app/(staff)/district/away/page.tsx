import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PaperDesk } from "@/app/printed/paper-desk";
import { mayEver } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { draftPaper } from "@/server/papers/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listAway } from "@/server/visits/away";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("what_away") };
}

/** Who is away, by the province they are in; with `?province=` the letter to that province. */
export default async function AwayPage({ searchParams }: PageProps<"/district/away">) {
  const actor = await requireActor();
  if (!mayEver(actor, "finding.confirm")) notFound();
  const { province, draft: wanted } = await searchParams;
  const letter =
    province &&
    (await scoped(actor, (scope) =>
      draftPaper(scope, "away_letter", String(province), wanted === "new"),
    ));
  const away = await scoped(actor, listAway);
  const t = await getTranslations("visits");
  const district = await getTranslations("district");
  if (letter)
    return (
      <PaperDesk
        draft={letter}
        back={{ href: "/district/away", label: t("what_away") }}
        again={`/district/away?province=${letter.about}&draft=new`}
      />
    );
  const provinces = [
    ...new Map(away.people.map((one) => [one.awayProvinceCode, one.awayProvince])),
  ];
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/district">{district("title")}</Link>}
        title={t("awayTitle", { count: away.people.length })}
        sub={t("awaySub")}
      />
      {away.people.length === 0 && <EmptyState title={t("awayNone")} />}
      <ul className="grid max-w-form gap-2">
        {provinces.map(([code, name]) => (
          <li key={code}>
            <Link
              href={`/district/away?province=${code}`}
              className="flex min-h-12 items-center rounded-card border border-edge bg-card px-4 py-3 no-underline hover:border-indigo hover:bg-indigo-tint"
            >
              {t("letterCount", {
                name: provinceNamed(name),
                count: away.people.filter((one) => one.awayProvinceCode === code).length,
              })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
