import type { OfficialPaper } from "@/domain/official-paper";
import { referenceOn } from "@/domain/rules/rule-words";
import { rulesOn } from "@/domain/rules/sets";
import { say } from "@/i18n/words";
import { programmeDate } from "@/server/clock";
import { findOffice, type Office } from "@/server/offices/queries";
import type { Scoped } from "@/server/scope";
import { findGaruda } from "./files";

/** What every paper of the actor's own district begins with: the office, the day, what it may refer to. */
export async function districtFrame(scope: Scoped) {
  const office = await findOffice(scope, scope.actor.districtCode);
  const today = await programmeDate(scope.tx);
  return {
    office,
    today,
    district: office.district ?? "",
    reference: referenceOn(rulesOn(scope.ruleSets, today), today, scope.actor.provinceCode),
  };
}

/** The parts of a paper that are the office's own; a paper adds the rest. */
export async function ofOffice(
  scope: Scoped,
  office: Office,
  form: OfficialPaper["form"] = "letter",
) {
  const { district, province, seat, address, unit, phone } = office;
  const chief = district === null ? null : say("papers.chief", { district });
  const itself = district === null ? province : say("papers.district", { district });
  return {
    form,
    garuda: await findGaruda(scope, office.districtCode),
    office: form === "letter" ? seat : itself,
    address,
    unit,
    phone,
    signer: [chief ?? say("papers.governor", { province })],
    to: null,
    reference: null,
    enclosed: [],
    annex: null,
  } satisfies Partial<OfficialPaper>;
}

export const text = (words: string) => ({ kind: "text", text: words }) as const;

/** Rows of a table with their running number in front. */
export const numbered = (rows: readonly (readonly string[])[]) =>
  rows.map((cells, index) => [String(index + 1), ...cells]);

/** What a letter of the programme to somebody outside the province refers to on a day: the newest of the country's papers. */
export function nationalReference({ ruleSets }: Scoped, day: string): string {
  return referenceOn(rulesOn(ruleSets, day), day, null);
}
