import { listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn } from "@/server/clock";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";
import { person, shown } from "./person";

/** What the form of a visit shows: the holder, the open appointment, the absence. Null out of reach; the view is audited. */
export async function findVisited(scope: Scoped, holderId: string) {
  const { tx, actor } = scope;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "visit.record")] },
    select: { ...person.select, districtCode: true, followUp: { select: { active: true } } },
  });
  if (!holder) return null;
  auditRead(scope, "holder.read", { type: "holder", id: holderId }, { page: "visit" });
  const appointment = await tx.appointment.findFirst({
    where: { holderId, status: "planned" },
    select: { meetOn: true, meetAt: true, kind: true, placeName: true },
  });
  const absence = await tx.absence.findFirst({
    where: { holderId, returnedOn: null },
    select: { awayProvinceCode: true, returnOn: true },
  });
  return {
    ...shown(holder),
    appointment: appointment && { ...appointment, meetOn: fromDateColumn(appointment.meetOn) },
    away: absence !== null,
    interviewedOn: holder.interviewedOn && fromDateColumn(holder.interviewedOn),
    /** There is a plan in force: who is not reached was to be followed up, not interviewed. */
    followsUp: holder.followUp?.active ?? false,
    /** The other districts of the province: who moves there is handed over. */
    districts: Object.entries(await listDistrictNames(actor.provinceCode ?? "", tx))
      .filter(([code]) => code !== holder.districtCode)
      .map(([code, name]) => ({ code, name })),
  };
}
