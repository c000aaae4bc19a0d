import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { provinceNamed } from "@/domain/province-name";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { listAway } from "@/server/visits/queries";
import { EmptyState } from "@/ui/empty-state";
import { PageHeading } from "@/ui/page-heading";
import { AwayLetter } from "./away-letter";

export async function generateMetadata() {
  return { title: (await getTranslations("visits"))("what_away") };
}

/** Who is away, by the province they are in; with `?province=` the letter to that province. */
export default async function AwayPage({ searchParams }: PageProps<"/district/away">) {
  const actor = await requireActor();
  if (!mayEver(actor, "finding.confirm")) notFound();
  const { province } = await searchParams;
  const away = await scoped(actor, listAway);
  const t = await getTranslations("visits");
  const district = await getTranslations("district");
  const there = away.people.filter(({ awayProvinceCode }) => awayProvinceCode === province);
  if (there.length > 0) return <AwayLetter people={there} {...away.home} today={away.today} />;
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
              prefetch={false}
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
