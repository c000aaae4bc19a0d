import type { MinistryState } from "@/domain/ministry";
import { nextOfWish, type WishTold, whoAnswers } from "@/domain/not-received";
import { mayEver } from "@/domain/policy";
import { rulesOn } from "@/domain/rules/sets";
import { monthsOfYes } from "@/domain/rules/top-up";
import { listDistrictNames } from "@/server/areas/queries";
import { fromDateColumn, programmeDate } from "@/server/clock";
import { fullName } from "@/server/holders/search";
import { toppedUpMonths } from "@/server/month-runs/answers";
import { findOffice } from "@/server/offices/queries";
import { auditRead, holdersFor, type Scoped } from "@/server/scope";

/**
 * What somebody who has received nothing can be told, at the counter or on the telephone; without income and sum. Of a person of
 * another district only where to ask. Null out of reach; audited.
 */
export async function viewNotReceived(scope: Scoped, holderId: string) {
  const { tx, actor, ruleSets } = scope;
  if (!mayEver(actor, "inquiry.record")) return null;
  const holder = await tx.holder.findFirst({
    where: { AND: [{ id: holderId }, holdersFor(actor, "inquiry.record")] },
    select: {
      title: true,
      firstName: true,
      lastName: true,
      nationalIdLast4: true,
      districtCode: true,
    },
  });
  if (!holder) return viewElsewhere(scope, holderId);
  auditRead(scope, "inquiry.record", { type: "holder", id: holderId }, { page: "not_received" });
  const today = await programmeDate(tx);
  const [row] = await tx.$queryRaw<ToldRow[]>`SELECT * FROM app.wish_told(${holderId}::uuid)`;
  if (!row) return null;
  const day = (on: Date | null) => on && fromDateColumn(on);
  const saidOn = day(row.said_on);
  const toppedUp = await findToppedUp(scope, holderId);
  const told: WishTold = {
    saidOn,
    state: row.state,
    counted: row.counted,
    ended: row.ended,
    firstMonth: saidOn && (monthsOfYes(rulesOn(ruleSets, saidOn), saidOn)?.from ?? null),
    toppedUpOn: toppedUp?.on ?? null,
  };
  const next = nextOfWish(told, today);
  const district = await findOffice(scope, holder.districtCode);
  return {
    elsewhere: false as const,
    id: holderId,
    name: fullName(holder.title, holder.firstName, holder.lastName),
    idLastFour: holder.nationalIdLast4,
    ...told,
    reportedOn: day(row.reported_on),
    file: row.file_number,
    answeredOn: day(row.answered_on),
    reason: row.reason,
    toppedUp,
    next,
    office: whoAnswers(next) === "district" ? district : await findOffice(scope, null),
  };
}
export type NotReceived = NonNullable<Awaited<ReturnType<typeof viewNotReceived>>>;

type ToldRow = {
  said_on: Date | null;
  state: MinistryState | null;
  reported_on: Date | null;
  file_number: number | null;
  answered_on: Date | null;
  reason: string | null;
  counted: boolean;
  ended: boolean;
};

/** Somebody of another district, for those who may find them by their ID: the name, and the office that can say more. */
async function viewElsewhere(scope: Scoped, holderId: string) {
  const { tx, actor } = scope;
  if (!mayEver(actor, "holder.lookup")) return null;
  const [row] = await tx.$queryRaw<
    {
      title: string;
      first_name: string;
      last_name: string;
      national_id_last4: string;
      district_code: string;
    }[]
  >`SELECT * FROM app.lookup_by_id(${holderId}::uuid)`;
  if (!row) return null;
  auditRead(scope, "holder.lookup", { type: "holder", id: holderId }, { page: "not_received" });
  const districts = await listDistrictNames(actor.provinceCode ?? "", tx);
  return {
    elsewhere: true as const,
    name: fullName(row.title, row.first_name, row.last_name),
    idLastFour: row.national_id_last4,
    district: districts[row.district_code] ?? "",
    office: await findOffice(scope, row.district_code),
  };
}

/** The Ministry's word that it has topped a card up of a month, the newest, and the day of the file that says so. */
async function findToppedUp(scope: Scoped, holderId: string) {
  const [newest] = await toppedUpMonths(scope, holderId);
  return newest ? { on: newest.fileOn, fileOn: newest.fileOn } : null;
}
