import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ShowAll } from "@/app/parts/show-all";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { isLeft, listCodes, listKnownOfficers } from "@/server/officers/district-queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { CodesTable } from "./codes-table";
import { PasteOfficers } from "./paste-officers";

export async function generateMetadata() {
  return { title: (await getTranslations("officers"))("title") };
}

/** The district's AO codes: paste a list, give out slips, end a code; `?ended=1` those that still have people. */
export default async function OfficersPage({ searchParams }: PageProps<"/district/officers">) {
  const [{ ended }, actor] = await Promise.all([searchParams, requireActor()]);
  if (!mayEver(actor, "code.keep")) notFound();
  const { codes, known, today } = await scoped(actor, async (scope) => ({
    codes: await listCodes(scope),
    known: await listKnownOfficers(scope),
    today: await programmeDate(scope.tx),
  }));
  const t = await getTranslations("officers");
  const district = await getTranslations("district");
  const open = codes.filter(({ slip }) => slip === "open").length;
  const shown = ended === "1" ? codes.filter((code) => isLeft(code, today)) : codes;
  const inForce = codes.filter(({ endsOn }) => !endsOn || endsOn >= today).length;
  return (
    <>
      <PageHeading
        eyebrow={<Link href="/district">{district("title")}</Link>}
        title={inForce > 0 ? t("headline", { count: inForce }) : t("none")}
        sub={t("sub")}
        actions={
          open > 0 && (
            <LinkButton tone="secondary" href="/district/officers/slips">
              {t("slipsVerb", { count: open })}
            </LinkButton>
          )
        }
      />
      <div className="grid gap-5">
        {ended === "1" ? (
          <ShowAll href="/district/officers" />
        ) : (
          <Card title={t("pasteTitle")}>
            <PasteOfficers known={known} />
          </Card>
        )}
        {shown.length > 0 && (
          <Card title={t("codes")}>
            <CodesTable codes={shown} today={today} />
          </Card>
        )}
      </div>
    </>
  );
}
