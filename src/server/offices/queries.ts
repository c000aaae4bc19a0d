import { type ProjectAgency, projectAgencyCodes } from "@/domain/agencies";
import { provinceNamed } from "@/domain/province-name";
import { say } from "@/i18n/words";
import { getAreaNames } from "@/server/areas/queries";
import { holdersFor, type Scoped } from "@/server/scope";

type Of = { districtCode: string | null; agency: ProjectAgency | null };

const kept = { address: true, unit: true, phone: true, head: true, reportsTo: true } as const;

/** The newest row of an office in the actor's province; null where nothing is recorded. */
async function newest({ tx, actor }: Scoped, of: Of) {
  return tx.office.findFirst({
    where: { provinceCode: actor.provinceCode ?? "", ...of },
    select: kept,
    orderBy: { recordedAt: "desc" },
  });
}

/**
 * The office of a district, or of the actor's province: its names, and what it recorded for its papers.
 * @param districtCode null: the province
 */
export async function findOffice(scope: Scoped, districtCode: string | null) {
  const { provinceCode } = scope.actor;
  const area = await getAreaNames({ provinceCode, districtCode }, scope.tx);
  const name = area.province ?? "";
  const province = provinceNamed(name);
  const found = await newest(scope, { districtCode, agency: null });
  return {
    districtCode,
    district: area.district,
    province,
    provinceName: name,
    /** Where it sits, as a letter says it. */
    seat:
      area.district === null
        ? say("papers.seatProvince", { province })
        : say("papers.seatDistrict", { district: area.district, province }),
    address: found?.address ?? null,
    /** The owner of the matter: as recorded, or the unit that has it everywhere (the governor's letters: คลังจังหวัด). */
    unit:
      found?.unit ??
      (area.district === null
        ? say("papers.unitProvince", { province })
        : say("papers.unitDistrict", { district: area.district })),
    phone: found?.phone ?? null,
    /** To whom the province's reports go: as recorded, or as the papers name it. */
    reportsTo: found?.reportsTo ?? say("reports.letterTo"),
  };
}
export type Office = Awaited<ReturnType<typeof findOffice>>;

/** Whom a holder may ring: the office of the holder's district, and the telephone of the officer who reads this; null out of reach. */
export async function findContact(scope: Scoped, holderId: string) {
  const { tx, actor } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "appointment.keep")] },
    select: { districtCode: true },
  });
  if (!holder) return null;
  const officer = await tx.officer.findUnique({
    where: { id: actor.id },
    select: { phone: true },
  });
  return {
    office: await findOffice(scope, holder.districtCode),
    officerPhone: officer?.phone ?? null,
  };
}

export type Contact = NonNullable<Awaited<ReturnType<typeof findContact>>>;

/** The heads of the agencies' offices in the province: as the province recorded them, or as proposed. */
export async function listAgencyOffices(scope: Scoped) {
  const province = await findOffice(scope, null);
  const offices = [];
  for (const agency of projectAgencyCodes) {
    const found = await newest(scope, { districtCode: null, agency });
    offices.push({
      agency,
      head: found?.head ?? proposedHead(agency, province),
      /** Whether the province has said so. */
      confirmed: found !== null,
      address: found?.address ?? null,
      phone: found?.phone ?? null,
    });
  }
  return offices;
}
export type AgencyOffice = Awaited<ReturnType<typeof listAgencyOffices>>[number];

/** To whom a letter to an agency is addressed in the actor's province. */
export async function headOfAgency(scope: Scoped, agency: ProjectAgency): Promise<string> {
  const found = await newest(scope, { districtCode: null, agency });
  return found?.head ?? proposedHead(agency, await findOffice(scope, null));
}

function proposedHead(agency: ProjectAgency, { province, provinceName }: Office): string {
  return say(`papers.head_${agency}`, { province, name: provinceName });
}
