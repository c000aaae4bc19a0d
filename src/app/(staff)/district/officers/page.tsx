import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { programmeDate } from "@/server/clock";
import { listCodes, listKnownOfficers } from "@/server/officers/district-queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { CodesTable } from "./codes-table";
import { PasteOfficers } from "./paste-officers";

export async function generateMetadata() {
  return { title: (await getTranslations("officers"))("title") };
}

/** The district's AO codes: paste a list, give out slips, end a code. */
export default async function OfficersPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "code.keep")) notFound();
  const { codes, known, today } = await scoped(actor, async (scope) => ({
    codes: await listCodes(scope),
    known: await listKnownOfficers(scope),
    today: await programmeDate(scope.tx),
  }));
  const t = await getTranslations("officers");
  const district = await getTranslations("district");
  const open = codes.filter(({ slip }) => slip === "open").length;
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
        <Card title={t("pasteTitle")}>
          <PasteOfficers known={known} />
        </Card>
        {codes.length > 0 && (
          <Card title={t("codes")}>
            <CodesTable codes={codes} today={today} />
          </Card>
        )}
      </div>
    </>
  );
}
