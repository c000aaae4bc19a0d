import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { nextStep } from "@/domain/next-step/next-step";
import { mayEver } from "@/domain/policy";
import { doorRecords } from "@/domain/visit";
import { CaseFileMessages } from "@/i18n/client/case-file";
import { programmeDate } from "@/server/clock";
import { listCasework } from "@/server/holders/casework";
import { decisionsShown, entitlementOn } from "@/server/holders/entitlement";
import { viewHolder } from "@/server/holders/queries";
import { ledgerOf } from "@/server/ledger/queries";
import { toppedUpMonths } from "@/server/month-runs/answers";
import { oneOffsOfHolder } from "@/server/one-offs/queries";
import { scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { CaseFile } from "./case-file";
import { readEventKind } from "./history/event";

export async function generateMetadata() {
  // No name in the title: the browser would keep it in its history.
  return { title: (await getTranslations("caseFile"))("holders") };
}

type Props = PageProps<"/holders/[holderId]">;

export default async function HolderPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const holderId = z.uuid().safeParse((await params).holderId);
  if (!holderId.success || !mayEver(actor, "holder.read")) notFound();
  const file = await scoped(actor, async (scope) => {
    const holder = await viewHolder(scope, holderId.data);
    if (!holder) return null;
    const casework = await listCasework(scope, holderId.data);
    const today = await programmeDate(scope.tx);
    const entitlement = entitlementOn(today, scope.ruleSets, holder, casework);
    const decided = decisionsShown(holder, casework, entitlement);
    const ledger = await ledgerOf(scope, holderId.data);
    const toppedUp = ledger.length > 0 ? await toppedUpMonths(scope, holderId.data) : [];
    const oneOffs = await oneOffsOfHolder(scope, holderId.data, entitlement.ends);
    return { holder, casework, entitlement, decided, ledger, oneOffs, toppedUp, today };
  });
  if (!file) notFound();
  const step = nextStep({
    case: { holder: file.holder, ...file.casework },
    reader: { id: actor.id, role: actor.role },
    today: file.today,
  });
  const given = await searchParams;
  const saved = doorRecords.find((record) => record === given.saved) ?? null;
  return (
    <CaseFileMessages>
      <CaseFile
        {...file}
        step={step}
        reader={{ id: actor.id, role: actor.role }}
        history={readEventKind(given.history)}
        saved={saved}
      />
    </CaseFileMessages>
  );
}
