import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { mayEver } from "@/domain/policy";
import { listSubdistricts } from "@/server/areas/queries";
import {
  findImport,
  listAmbiguous,
  listMended,
  listRejections,
  namesOfSubdistricts,
  sampleOfImport,
} from "@/server/imports/queries";
import { type Scoped, scoped } from "@/server/scope";
import { requireActor } from "@/server/session";
import { ImportView } from "./import-view";

type Props = { params: Promise<{ batchId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("imports"))("title") };
}

/** Rejected rows shown on the page; all of them are in the file to download. */
const rowsShown = 50;

export default async function ImportPage({ params }: Props) {
  const actor = await requireActor();
  const batchId = z.uuid().safeParse((await params).batchId);
  if (!batchId.success || !mayEver(actor, "import.view")) notFound();
  const mayRun = mayEver(actor, "import.run");
  const seen = await scoped(actor, (scope) => look(scope, batchId.data, mayRun));
  if (!seen) notFound();
  return <ImportView {...seen} mayRun={mayRun} />;
}

async function look(scope: Scoped, batchId: string, mayRun: boolean) {
  const batch = await findImport(scope, batchId);
  if (!batch) return null;
  // Rows of the file are personal data of people outside the register: only those who may import see them.
  const [rejected, ambiguous, mended, sample] = mayRun
    ? await Promise.all([
        listRejections(scope, batch, { after: 0, take: rowsShown }),
        batch.status === "checked" ? listAmbiguous(scope, batch) : [],
        listMended(scope, batch),
        batch.status === "uploaded" || batch.status === "checked"
          ? sampleOfImport(scope, batch)
          : [],
      ])
    : [[], [], [], []];
  const choosable = ambiguous.map((row) => ({ ...row, reason: "AREA_AMBIGUOUS" }));
  const rows = [
    ...new Map([...rejected, ...choosable].map((row) => [row.rowNumber, row])).values(),
  ];
  const areas = await namesOfSubdistricts(
    scope,
    rows.flatMap(({ candidates }) => candidates),
  );
  const asks = mayRun && batch.status === "checked";
  return {
    batch,
    subdistricts: asks ? await subdistrictChoices(scope) : [],
    rejected: rows.sort((a, b) => a.rowNumber - b.rowNumber),
    mended,
    sample,
    areas,
  };
}

/** The subdistricts of the officer's province as choices, in the order of their names. */
async function subdistrictChoices({ actor, tx }: Scoped) {
  if (!actor.provinceCode) return [];
  const rows = await listSubdistricts({ provinceCode: actor.provinceCode }, tx);
  return rows
    .map(({ code, name, district }) => ({ value: code, label: `${name} (${district})` }))
    .sort((a, b) => a.label.localeCompare(b.label, "th"));
}
