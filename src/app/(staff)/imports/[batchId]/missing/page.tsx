import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { readPageNumber } from "@/domain/typed-numbers";
import { findImport, listMissing } from "@/server/imports/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PageHeading } from "@/ui/page-heading";
import { Pager } from "@/ui/pager";
import { MissingList } from "./missing-list";

const peopleAPage = 50;

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("missingCaption") };
}

export default async function MissingPage({
  params,
  searchParams,
}: PageProps<"/imports/[batchId]/missing">) {
  const actor = await requireActor();
  const batchId = z.uuid().safeParse((await params).batchId);
  if (!batchId.success || !mayEver(actor, "import.view")) notFound();
  const page = readPageNumber((await searchParams).page);
  const seen = await scoped(actor, async (scope) => {
    const batch = await findImport(scope, batchId.data);
    return batch && { batch, people: await listMissing(scope, batch.id, page - 1, peopleAPage) };
  });
  if (!seen) notFound();
  const t = await getTranslations("imports");
  const { batch, people } = seen;
  const address = `/imports/${batch.id}/missing`;
  const from = (page - 1) * peopleAPage;
  return (
    <>
      <PageHeading
        eyebrow={`${t("title")} / ${t("batchOf", { number: batch.number })}`}
        title={t("missingHeadline", { count: batch.missing })}
        sub={batch.fileName}
      />
      <MissingList people={people} />
      <Pager
        previousHref={page > 1 ? `${address}?page=${page - 1}` : null}
        nextHref={from + people.length < batch.missing ? `${address}?page=${page + 1}` : null}
        summary={
          people.length > 0 &&
          t("pageSummary", { from: from + 1, until: from + people.length, count: batch.missing })
        }
      />
    </>
  );
}
