import { MessageSquarePlus } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { maskNationalId } from "@/domain/national-id";
import { mayEver } from "@/domain/policy";
import { viewNotReceived } from "@/server/not-received/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { PageHeading } from "@/ui/page-heading";
import { OfficeToRing, ToldFacts } from "./told-view";

export async function generateMetadata() {
  return { title: (await getTranslations("notReceived"))("title") };
}

/** What one person is told, step by step, and what happens next. */
export default async function NotReceivedPersonPage({
  params,
}: PageProps<"/not-received/[holderId]">) {
  const actor = await requireActor();
  const id = z.uuid().safeParse((await params).holderId);
  if (!id.success || !mayEver(actor, "inquiry.record")) notFound();
  const told = await scoped(actor, (scope) => viewNotReceived(scope, id.data));
  if (!told) notFound();
  const t = await getTranslations("notReceived");
  return (
    <div className="max-w-form">
      <PageHeading
        eyebrow={
          <Link href="/not-received" className="underline">
            {t("title")}
          </Link>
        }
        title={told.name}
        sub={<span className="figures">{maskNationalId(told.idLastFour)}</span>}
      />
      <div className="grid gap-5">
        {told.elsewhere ? (
          <Notice kind="warn">{t("elsewhere", { district: told.district })}</Notice>
        ) : (
          <>
            <Notice title={t("next")}>{t(`next_${told.next}`)}</Notice>
            <Card>
              <ToldFacts told={told} />
            </Card>
          </>
        )}
        <Card title={t("ring")}>
          <OfficeToRing office={told.office} />
        </Card>
        <p className="flex flex-wrap justify-end gap-3">
          <LinkButton href="/not-received" tone="secondary">
            {t("another")}
          </LinkButton>
          {!told.elsewhere && (
            <LinkButton
              href={`/inquiries/new?kind=money_missing&holder=${told.id}`}
              icon={MessageSquarePlus}
            >
              {t("record")}
            </LinkButton>
          )}
        </p>
      </div>
    </div>
  );
}
