import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { headlineFigures } from "@/app/parts/headline-figures";
import { ProvinceTrail } from "@/app/parts/province-trail";
import { readinessHeadline } from "@/domain/list-headline";
import type { Lack } from "@/domain/readiness";
import type { ReadinessRow } from "@/server/readiness/queries";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { PageHeading } from "@/ui/page-heading";

/** Which districts are ready, and what the others lack: each point a sentence with a link. */
export function ReadinessView({ districts }: { districts: readonly ReadinessRow[] }) {
  const t = useTranslations("readiness");
  const ready = districts.filter(({ now }) => now.length === 0);
  const lagging = districts.filter(({ now }) => now.length > 0);
  const past = districts.filter((district) => district.past.length > 0);
  const headline = readinessHeadline(districts);
  return (
    <>
      <PageHeading
        eyebrow={<ProvinceTrail here={t("title")} />}
        title={t(`headline_${headline.says}`, { ...headlineFigures, ...headline })}
        sub={t(past.length > 0 ? "subPast" : "sub")}
      />
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {lagging.map((district) => (
          <li key={district.code}>
            <LackingCard district={district} />
          </li>
        ))}
      </ul>
      <section className="mt-6" hidden={past.length > 0 && ready.length === 0}>
        <h2 className="mb-2 text-lg">{t(past.length > 0 ? "nothingLeft" : "ready")}</h2>
        {ready.length === 0 && <p className="text-soft">{t("readyNone")}</p>}
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {ready.map((district) => (
            <li key={district.code} className="flex items-center gap-2">
              <CircleCheck aria-hidden size={20} className="text-leaf" />
              <DistrictLink district={district} />
            </li>
          ))}
        </ul>
      </section>
      {past.length > 0 && <Past districts={past} />}
    </>
  );
}

/** What was needed, is over, and has no record: said in the past, with nothing to order. */
function Past({ districts }: { districts: readonly ReadinessRow[] }) {
  const t = useTranslations("readiness");
  return (
    <section aria-labelledby="past" className="mt-6">
      <h2 id="past" className="mb-2 text-lg">
        {t("past")}
      </h2>
      <ul className="grid gap-1">
        {districts.map((district) => (
          <li key={district.code} className="flex flex-wrap items-baseline gap-x-3">
            <DistrictLink district={district} />
            <span className="text-soft">
              {district.past
                .map((lack) => t(`past_${lack}`, { count: district.there.placesWithoutOfficer }))
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DistrictLink({ district: { code, name } }: { district: ReadinessRow }) {
  const words = useTranslations("words");
  return (
    <Link href={`/district/${code}`} className="inline-flex min-h-12 items-center">
      {words("district", { name })}
    </Link>
  );
}

function LackingCard({ district }: { district: ReadinessRow }) {
  const t = useTranslations("readiness");
  return (
    <Card
      title={<DistrictLink district={district} />}
      sub={t("lackCount", { count: district.now.length })}
      actions={
        <Link
          data-screen-only
          href={`/announcements/new?district=${district.code}&lack=${district.now[0]}`}
          className="inline-flex min-h-12 items-center"
        >
          {t("instructDistrict")}
        </Link>
      }
    >
      <ul className="divide-y divide-line">
        {district.now.map((lack) => (
          <li
            key={lack}
            className="flex flex-wrap items-baseline justify-between gap-x-4 py-1 first:pt-0 last:pb-0"
          >
            <LackLine district={district} lack={lack} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function LackLine({ district, lack }: { district: ReadinessRow; lack: Lack }) {
  const t = useTranslations("readiness");
  const { code, there, teamPending, unreadId } = district;
  const instruct = `/announcements/new?district=${code}&lack=${lack}`;
  const counts: Partial<Record<Lack, number>> = {
    receiving: there.placesWithoutOfficer,
    guideline: there.unreadGuidelines,
  };
  const said = lack === "team" && teamPending ? "lack_teamPending" : (`lack_${lack}` as const);
  const door =
    lack === "team"
      ? {
          href: `/province/teams/${code}`,
          word: teamPending ? ("door_teamPending" as const) : ("door_team" as const),
        }
      : lack === "guideline" && unreadId
        ? { href: `/announcements/${unreadId}`, word: "door_guideline" as const }
        : { href: instruct, word: "door_instruct" as const };
  return (
    <>
      <span>{t(said, { count: counts[lack] ?? 0 })}</span>
      <Link data-screen-only href={door.href} className="inline-flex min-h-12 items-center">
        {t(door.word)}
      </Link>
    </>
  );
}
