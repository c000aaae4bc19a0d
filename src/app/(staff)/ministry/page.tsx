import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { mayEver } from "@/domain/policy";
import { readPageNumber } from "@/domain/typed-numbers";
import { listDistrictNames } from "@/server/areas/queries";
import { programmeDate } from "@/server/clock";
import { listExports } from "@/server/exports/queries";
import { getCutoff } from "@/server/ministry/cutoff";
import { listMinistryFiles } from "@/server/ministry/files";
import { listMinistry, readMinistryKind, readMinistryState } from "@/server/ministry/queries";
import { findReturnFormat } from "@/server/ministry/returns";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { MinistryView } from "./ministry-view";

export async function generateMetadata() {
  return { title: (await getTranslations("ministry"))("title") };
}

/** What is in the Ministry's database and what is not, and the file of what is not. */
export default async function MinistryPage({ searchParams }: PageProps<"/ministry">) {
  const actor = await requireActor();
  if (!mayEver(actor, "ministry.view")) notFound();
  const given = await searchParams;
  const asked = {
    state: readMinistryState(given.state),
    kind: readMinistryKind(given.kind),
    district: typeof given.district === "string" ? given.district : null,
    page: readPageNumber(given.page),
  };
  const sends = mayEver(actor, "ministry.send");
  const found = await scoped(actor, async (scope) => {
    const list = await listMinistry(scope, asked);
    const today = await programmeDate(scope.tx);
    return (
      list && {
        list,
        today,
        cutoff: await getCutoff(scope, today, asked.district),
        files: await listMinistryFiles(scope),
        readsReturns: (await findReturnFormat(scope)) !== null,
        exports: sends ? await listExports(scope) : [],
        districts: await listDistrictNames(actor.provinceCode ?? "", scope.tx),
      }
    );
  });
  if (!found) notFound();
  return <MinistryView {...found} {...asked} actor={actor} />;
}
