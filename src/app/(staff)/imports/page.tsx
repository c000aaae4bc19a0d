import { Upload } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { listImports } from "@/server/imports/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { LinkButton } from "@/ui/link-button";
import { PageHeading } from "@/ui/page-heading";
import { ImportList } from "./import-list";

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage({ searchParams }: PageProps<"/imports">) {
  const actor = await requireActor();
  if (!mayEver(actor, "import.view")) notFound();
  const t = await getTranslations("imports");
  const withoutLetter = (await searchParams).letter === "none";
  const batches = await scoped(actor, (scope) =>
    listImports(scope, withoutLetter ? { letter: "none" } : {}),
  );
  const last = batches.find(({ status }) => status === "done");
  const begin = mayEver(actor, "import.run") && (
    <LinkButton href="/imports/new" icon={Upload}>
      {t("newImport")}
    </LinkButton>
  );
  const done = batches.filter(({ status }) => status === "done").length;
  return (
    <>
      <PageHeading
        eyebrow={t("title")}
        title={
          withoutLetter
            ? t("headlineWithoutLetter", { count: batches.length })
            : last
              ? t("headlineLast", { count: done, number: last.number })
              : t("headlineNone")
        }
        sub={
          withoutLetter ? (
            <Link href="/imports" className="inline-block min-h-12 py-3">
              {t("all")}
            </Link>
          ) : (
            t("sub")
          )
        }
        actions={batches.length > 0 && begin}
      />
      {batches.length === 0 && !withoutLetter ? (
        <EmptyState title={t("emptyTitle")} action={begin}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <ImportList
          batches={batches}
          link={(batch) => (
            <Link href={`/imports/${batch.id}`} className="inline-block min-h-12 py-3">
              {batch.fileName}
            </Link>
          )}
        />
      )}
    </>
  );
}
