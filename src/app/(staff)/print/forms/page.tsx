import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { villageInAddress } from "@/domain/areas";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { listPaperForms, listVillages } from "@/server/assessments/queries";
import { programmeDate } from "@/server/clock";
import { auditRead, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { PaperForms } from "./paper-forms";
import { VillageList } from "./village-list";

export async function generateMetadata() {
  return { title: (await getTranslations("paperForm"))("title") };
}

export default async function PaperFormsPage({ searchParams }: PageProps<"/print/forms">) {
  const actor = await requireActor();
  if (!mayEver(actor, "form.print")) notFound();
  const given = villageInAddress.safeParse(await searchParams);
  if (!given.success) return <VillageList villages={await scoped(actor, listVillages)} />;

  const { subdistrict, moo } = given.data;
  const printed = await scoped(actor, async (scope) => {
    const holders = await listPaperForms(scope, { subdistrictCode: subdistrict, moo });
    auditRead(
      scope,
      "form.print",
      { type: "subdistrict", id: subdistrict },
      { moo, people: holders.length },
    );
    const today = await programmeDate(scope.tx);
    return { holders, rules: rulesOn(scope.ruleSets, today), today };
  });
  const [first] = printed.holders;
  if (!first) notFound();
  return <PaperForms {...printed} subdistrict={first.subdistrict.name} moo={moo} />;
}
